using System.Collections.Immutable;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reading.Requests;

/// <summary>Settings of a folder of records or of an actor file.</summary>
/// <param name="Actor">Who acts, or null when the file does not say.</param>
/// <param name="FailOn">Outcome word from which a scan fails, or null.</param>
public sealed record Settings(ActorProfile? Actor, string? FailOn);

/// <summary>Reads <c>rubicon.yaml</c>: <c>actor</c> (name, capacities, country, facts) and <c>fail-on</c>. An actor file is the same, or the actor alone.</summary>
public static class SettingsFile
{
    /// <summary>Reads a file; problems RUB20xx and RUB30xx name line and column.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalog">Facts that the actor may state.</param>
    /// <param name="problems">Problems are added here; with an error among them the settings must not be used.</param>
    public static Settings? Read(string path, FactCatalog catalog, ICollection<Problem> problems)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        if (YamlReader.Read(path, reader, problems) is not { } root) return null;
        var read = new NodeReader(problems);
        if (root.Find("capacities") is not null) return new Settings(Actor(root, read, catalog, problems), null);
        read.OnlyKeys(root, "actor", "fail-on", "title", "about");
        if (root.Find("fail-on") is { IsNull: false } failOn && failOn.Text is not ("prohibited" or "license-required" or "review"))
            read.Bad(failOn, "one of prohibited, license-required, review");
        return new Settings(root.Find("actor") is { } actor ? Actor(actor, read, catalog, problems) : null, read.OptionalText(root, "fail-on"));
    }

    /// <summary>The actor of a mapping.</summary>
    internal static ActorProfile Actor(YamlNode node, NodeReader read, FactCatalog catalog, ICollection<Problem> problems)
    {
        read.OnlyKeys(node, "name", "capacities", "country", "facts");
        var capacities = read.Texts(node, "capacities");
        CheckCapacities(capacities, node.Find("capacities")?.Where ?? node.Where, problems);
        var facts = ImmutableArray<KeyValuePair<string, FactValue>>.Empty;
        if (node.Find("facts") is { IsNull: false } stated)
            facts = [.. new FactValues(catalog, m => new PartyValue(m.Name ?? m.Key ?? "", false, [], []), problems)
                .Read(stated, FactSet.Empty(catalog)).Stated.Select(s => new KeyValuePair<string, FactValue>(s.Fact.Name, s.Value))];
        return new ActorProfile(read.OptionalText(node, "name"), capacities, read.OptionalText(node, "country"), facts);
    }

    /// <summary>Reports capacities that the vocabulary does not know (RUB3001), naming the known ones.</summary>
    public static void CheckCapacities(ImmutableArray<string> capacities, SourceLocation where, ICollection<Problem> problems)
    {
        foreach (string capacity in capacities)
            if (!Vocabularies.Capacity.Contains(capacity))
                problems.Add(new Problem(ProblemCatalog.UnknownCapacity, where, Quote.Text(capacity), "one of " + string.Join(", ", Vocabularies.Capacity.Terms.Select(t => t.Id))));
    }
}
