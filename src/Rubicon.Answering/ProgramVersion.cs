using System.Reflection;

namespace Rubicon.Answering;

/// <summary>The program's version, with the commit when the build knows it.</summary>
public static class ProgramVersion
{
    /// <summary>Version, a plus sign and the commit; without the last two where the build knows no commit.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
