using System.Reflection;
using System.Text;
using Rubicon.Diagnostics;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>
/// The public surface of the engine as text, so that a change of it is seen in the diff. RUBICON_UPDATE_GOLDEN=1 rewrites the file.
/// </summary>
public sealed class PublicApiTests
{
    private const string Golden = "tests/Rubicon.Engine.Tests/Architecture/PublicApi.expected.txt";

    [Fact]
    public void The_public_surface_of_the_engine_is_as_written_down()
    {
        string path = Path.Combine(Repository.Root, Golden);
        string actual = Surface();
        if (Environment.GetEnvironmentVariable("RUBICON_UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{Golden} is missing; RUBICON_UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Surface()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Problem).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (string member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append("  ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type);
        bool record = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        return type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})")
            .Concat(type.GetFields(Declared).Where(f => !f.IsSpecialName).Select(f => $"{(f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}"))
            .Concat(type.GetProperties(Declared).Select(p => $"{((p.GetMethod ?? p.SetMethod)!.IsStatic ? "static " : "")}{Name(p.PropertyType)} {p.Name}{(p.GetIndexParameters() is { Length: > 0 } i ? $"[{string.Join(", ", i.Select(x => Name(x.ParameterType)))}]" : "")}"))
            .Concat(type.GetMethods(Declared).Where(m => !m.IsSpecialName && !(record && Generated(m))).Select(m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}({Parameters(m)})"));
    }

    /// <summary>What the compiler writes for every record says nothing of its own.</summary>
    private static bool Generated(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
