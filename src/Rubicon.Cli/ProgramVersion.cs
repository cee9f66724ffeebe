using System.Reflection;

namespace Rubicon.Cli;

/// <summary>The program's version, with the commit when the build knows it.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
