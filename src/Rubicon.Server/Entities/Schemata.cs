using System.Collections.Frozen;

namespace Rubicon.Server.Entities;

/// <summary>A kind of entity as clients of the screening API name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parents">What it is a kind of.</param>
/// <param name="Matchable">True when names of it can be matched.</param>
/// <param name="Properties">Its own properties with their types.</param>
internal sealed record Schema(string Name, string[] Parents, bool Matchable, FrozenDictionary<string, string> Properties);

/// <summary>The schemata of FollowTheMoney, read from the table beside this file.</summary>
internal static class Schemata
{
    private static readonly FrozenDictionary<string, Schema> All = Read();

    /// <summary>The schema of that name, or null.</summary>
    public static Schema? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>True when one is the other or a kind of it.</summary>
    public static bool IsA(string name, string other) => name == other || (Find(name) is { } schema && schema.Parents.Any(p => IsA(p, other)));

    /// <summary>True when something asked for as one may be listed as the other: one is a kind of the other.</summary>
    public static bool Comparable(string one, string other) => IsA(one, other) || IsA(other, one);

    /// <summary>The type of a property of a schema, or null when it has no such property.</summary>
    public static string? TypeOf(string schema, string property)
    {
        if (Find(schema) is not { } found) return null;
        if (found.Properties.TryGetValue(property, out string? type)) return type;
        foreach (string parent in found.Parents)
            if (TypeOf(parent, property) is { } inherited) return inherited;
        return null;
    }

    private static FrozenDictionary<string, Schema> Read()
    {
        using var reader = new StreamReader(typeof(Schemata).Assembly.GetManifestResourceStream("schemata.tsv")!);
        var all = new Dictionary<string, Schema>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var parents, var flags, var properties]) continue;
            all[name] = new Schema(name, parents == "-" ? [] : parents.Split(','), flags == "m",
                properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal));
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
