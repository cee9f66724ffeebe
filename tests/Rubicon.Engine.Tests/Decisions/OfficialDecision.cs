using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.Architecture;
using Rubicon.Reading.Yaml;

namespace Rubicon.Engine.Tests.Decisions;

/// <summary>
/// A decision that officials made or that the text of a rule gives, as a request: <c>id</c> names it, <c>about</c> says what it is, <c>actor</c> and
/// <c>facts</c> are written as in a request, <c>expect</c> what must come out.
/// </summary>
internal sealed record OfficialDecision(string Id, DateOnly AsOf, DateOnly KnownAt, ImmutableArray<string> Actor, string? Country, YamlNode? Facts, YamlNode Expect)
{
    private static readonly Lazy<ImmutableSortedDictionary<string, OfficialDecision>> Read = new(() => ReadAll().ToImmutableSortedDictionary(d => d.Id, d => d, StringComparer.Ordinal));

    /// <summary>All decisions of the files below this folder, by id.</summary>
    public static ImmutableSortedDictionary<string, OfficialDecision> All => Read.Value;

    private static IEnumerable<OfficialDecision> ReadAll()
    {
        foreach (string file in Repository.Files("tests/Rubicon.Engine.Tests/Decisions", "*.yaml"))
        {
            var problems = new List<Problem>();
            using var text = new StringReader(Repository.Text(file));
            var root = YamlReader.Read(file, text, problems);
            Xunit.Assert.Empty(problems.Select(p => $"{p.Where}: {p.Found}"));
            foreach (var node in root!.Find("decisions")!.Items) yield return One(node);
        }
    }

    private static OfficialDecision One(YamlNode node)
    {
        string[] known = ["id", "about", "as-of", "known-at", "actor", "country", "facts", "expect"];
        Xunit.Assert.All(node.Entries, e => Xunit.Assert.Contains(e.Key.Text, known));
        Xunit.Assert.False(string.IsNullOrWhiteSpace(node.Find("about")?.Text), $"{node.Where}: no `about`");
        var asOf = Day(node.Find("as-of")!.Text);
        var actor = node.Find("actor");
        return new OfficialDecision(node.Find("id")!.Text, asOf, node.Find("known-at") is { } at ? Day(at.Text) : asOf,
            actor is null ? [] : actor.Kind == YamlKind.Sequence ? [.. actor.Items.Select(i => i.Text)] : [actor.Text],
            node.Find("country")?.Text, node.Find("facts"), node.Find("expect")!);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
