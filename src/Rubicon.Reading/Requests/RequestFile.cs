using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reading.Requests;

/// <summary>One transaction to decide.</summary>
/// <param name="Title">A line that names it.</param>
/// <param name="AsOf">The day asked about, or null for the caller's.</param>
/// <param name="KnownAt">Only what was known by then counts, or null for the as-of day.</param>
/// <param name="Actor">Who acts, or null.</param>
/// <param name="Record">The record that it states, as a line of a table would; its statements may be none.</param>
/// <param name="Facts">Facts stated by themselves.</param>
public sealed record Request(string Title, DateOnly? AsOf, DateOnly? KnownAt, ActorProfile? Actor, Subject Record, FactSet Facts);

/// <summary>Reads a request (<c>schema/request.schema.json</c>).</summary>
public static class RequestFile
{
    /// <summary>Largest request read.</summary>
    public const int LargestRequest = 4 * 1024 * 1024;

    /// <summary>Reads a request; null after a problem that leaves nothing to decide.</summary>
    /// <param name="name">The file as problems name it.</param>
    /// <param name="json">Its bytes.</param>
    /// <param name="catalog">Facts that can be stated.</param>
    /// <param name="parties">Makes a party of a mention, by name.</param>
    /// <param name="problems">Problems are added here, many at once.</param>
    public static Request? Read(string name, ReadOnlySpan<byte> json, FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        if (JsonNodes.Read(name, json, problems) is not { } root) return null;
        var read = new NodeReader(problems);
        read.OnlyKeys(root, "title", "asOf", "knownAt", "actor", "record", "facts", "kind", "$schema");
        if (root.Find("record") is null && root.Find("facts") is null)
        {
            problems.Add(new Problem(ProblemCatalog.BadRequest, root.Where, "neither `facts` nor `record`"));
            return null;
        }
        var actor = root.Find("actor") is { } a ? a.Kind == YamlKind.Mapping
            ? SettingsFile.Actor(a, read, catalog, problems)
            : Capacities(a, read, problems) : null;
        var facts = root.Find("facts") is { IsNull: false } f ? new FactValues(catalog, parties, problems).Read(f, FactSet.Empty(catalog)) : FactSet.Empty(catalog);
        return new Request(read.OptionalText(root, "title") ?? name, read.OptionalDate(root, "asOf"), read.OptionalDate(root, "knownAt"), actor, Record(name, root, read), facts);
    }

    private static ActorProfile Capacities(YamlNode node, NodeReader read, ICollection<Problem> problems)
    {
        ImmutableArray<string> capacities = [.. NodeReader.Items(node).Select(read.ScalarText)];
        SettingsFile.CheckCapacities(capacities, node.Where, problems);
        return new ActorProfile(null, capacities, null, []);
    }

    private static Subject Record(string name, YamlNode root, NodeReader read)
    {
        var kind = SubjectKind.Transaction;
        if (root.Find("kind") is { } k && !Enum.TryParse(k.Text, ignoreCase: true, out kind)) read.Bad(k, "one of " + string.Join(", ", Enum.GetNames<SubjectKind>()).ToLowerInvariant());
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (root.Find("record") is { IsNull: false } record && read.IsMapping(record))
            foreach (var (key, value) in record.Entries)
                if (FieldNames.Find(key.Text) is { } field) statements.AddRange(NodeReader.Items(value).Where(v => v.Text.Length > 0).Select(v => new Statement(field, v.Text, v.Column)));
                else read.Problems.Add(new Problem(ProblemCatalog.PackUnknownKey, key.Where, key.Shown, "one of " + string.Join(", ", FieldNames.All)));
        return new Subject(kind, new SourceLocation(name, root.Line), statements.ToImmutable());
    }
}
