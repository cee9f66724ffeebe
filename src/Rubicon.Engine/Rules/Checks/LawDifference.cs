using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Parties;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Checks;

/// <summary>What happened to a piece of law between two books. Numbers are written to reports and never change.</summary>
public enum LawChangeKind
{
    /// <summary>It is only in the second book.</summary>
    Added = 0,

    /// <summary>It is only in the first book.</summary>
    Removed = 1,

    /// <summary>It is in both and reads otherwise.</summary>
    Changed = 2,
}

/// <summary>One line of a piece of law that differs.</summary>
/// <param name="Before">The line in the first book, or null when it is new.</param>
/// <param name="After">The line in the second book, or null when it is gone.</param>
public sealed record LawLine(string? Before, string? After);

/// <summary>One piece of law that differs between two books.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="What">pack, instrument, fact, provision, version, list or entry.</param>
/// <param name="Id">Its id; for a version the provision and its first day.</param>
/// <param name="Title">What to call it.</param>
/// <param name="Decides">False where only words, notes, titles or sources differ, so that no decision can.</param>
/// <param name="Lines">The lines that differ, in reading order; all lines of what was added or removed.</param>
public sealed record LawChange(LawChangeKind Kind, string What, string Id, string Title, bool Decides, ImmutableArray<LawLine> Lines);

/// <summary>Compares two books of law by content. Files, line numbers and the order of files do not matter.</summary>
public static class LawDifference
{
    /// <summary>All differences: packs, then by id. Empty when the books say the same.</summary>
    public static ImmutableArray<LawChange> Of(LawBook before, LawBook after)
    {
        var pieces = new List<LawChange>();
        foreach (var (old, now) in Pairs(Pieces(before), Pieces(after), p => p.Key))
        {
            var piece = (now ?? old)!;
            var lines = old is null ? [.. now!.Lines.Select(l => (Line: new LawLine(null, l.Text), l.Decides))]
                : now is null ? [.. old.Lines.Select(l => (Line: new LawLine(l.Text, null), l.Decides))]
                : Lines(old.Lines, now.Lines);
            if (old is not null && now is not null && lines.Count == 0) continue;
            var kind = old is null ? LawChangeKind.Added : now is null ? LawChangeKind.Removed : LawChangeKind.Changed;
            pieces.Add(new LawChange(kind, piece.What, piece.Id, piece.Title, lines.Any(l => l.Decides) || kind != LawChangeKind.Changed, [.. lines.Select(l => l.Line)]));
        }
        return [.. pieces];
    }

    private sealed record Piece(string What, string Id, string Title, ImmutableArray<(string Text, bool Decides)> Lines)
    {
        public string Key => $"{Array.IndexOf(Order, What)} {Id}";
    }

    private static readonly string[] Order = ["pack", "instrument", "fact", "provision", "version", "list", "entry"];

    private static IEnumerable<Piece> Pieces(LawBook law)
    {
        foreach (var pack in law.Packs)
        {
            yield return Of("pack", pack.Id, pack.Title, [Line("title", pack.Title, false), Line("country", pack.Country, true), Line("kept up to", Day(pack.MaintainedAsOf), true)]);
            foreach (var instrument in pack.Instruments)
                yield return Of("instrument", instrument.Id, instrument.Title,
                    [Line("title", instrument.Title, false), Line("citation", instrument.Citation, false),
                     .. instrument.Status.Select(s => ($"{Word(s.Is)} from {Day(s.From)}{(s.Known == s.From ? "" : $", known {Day(s.Known)}")}", true)), .. Sources(instrument.Sources)]);
            foreach (var fact in pack.Facts)
                yield return Of("fact", fact.Name, fact.Question, [Line("type", Hyphens(fact.Type.ToString()), true), Line("question", fact.Question, false), Line("asked of", fact.Who, false),
                    .. fact.Vocabulary is { } words ? [Line("values", string.Join(", ", words.Terms.Select(t => t.Id)), true)] : Array.Empty<(string, bool)>(),
                    .. pack.Presumptions.Where(p => p.Fact.Name == fact.Name).SelectMany(Presumed)]);
        }
        foreach (var provision in law.Provisions)
        {
            yield return Of("provision", provision.Id, provision.Title,
                [Line("title", provision.Title, false), Line("instrument", provision.InstrumentId, false), Line("citation", provision.Citation, false)]);
            foreach (var version in provision.Versions)
                yield return Of("version", $"{provision.Id} from {Day(version.Effective.From)}, known {Day(version.Effective.Known)}", provision.Title, [.. OfVersion(version)]);
        }
        foreach (var list in law.Lists)
        {
            yield return Of("list", list.Id, list.Title, [Line("title", list.Title, false), Line("citation", list.Citation, false), Line("read", Day(list.Read), false)]);
            foreach (var entry in list.Entries) yield return Of("entry", entry.Id, entry.Name, [.. OfEntry(entry)]);
        }
    }

    private static IEnumerable<(string, bool)> OfVersion(ProvisionVersion version)
    {
        yield return Line("outcome", Outcomes.Word(version.Effect), true);
        yield return Line("status", Word(version.Status), true);
        foreach (var end in Ends(version.Effective)) yield return end;
        foreach (var (name, part) in new[] { ("binds", version.Binds), ("act", version.Act), ("when", version.When) })
            if (part is not null) foreach (var line in OfCondition(part, name, 0)) yield return line;
        foreach (string id in version.Unless) yield return Line("unless", id, true);
        foreach (string id in version.WaivableBy) yield return Line("waivable by", id, true);
        foreach (string id in version.Obligations) yield return Line("with the duty", id, true);
        if (version.Clock is { } clock)
        {
            string count = clock.YearlyMonth > 0 ? string.Create(CultureInfo.InvariantCulture, $"every {clock.YearlyMonth:00}-{clock.YearlyDay:00}")
                : string.Create(CultureInfo.InvariantCulture, $"{clock.Add} {Hyphens(clock.Unit.ToString())} from {clock.FromFact}");
            yield return Line("due", $"{count}{(clock.Rolls ? ", rolls to a business day" : "")}", true);
            yield return Line("due, in words", clock.Words, false);
        }
        if (version.Do is { } duty) yield return Line("do", duty, false);
        if (version.Note is { } note) yield return Line("note", note, false);
        if (version.Citation is { } citation) yield return Line("citation", citation, false);
        foreach (var source in Sources(version.Sources)) yield return source;
    }

    private static IEnumerable<(string, bool)> OfEntry(DesignationEntry entry)
    {
        yield return Line("party", entry.PartyKey ?? "a category", true);
        foreach (string name in entry.Printed) yield return Line("printed", name, true);
        foreach (string name in entry.Also) yield return Line("also", name, true);
        foreach (string name in entry.Weak) yield return Line("weak alias", name, true);
        if (entry.Country is { } country) yield return Line("country", country, true);
        if (entry.Group is { } group) yield return Line("group", $"{group}, as {Hyphens(entry.GroupAs.ToString())}", true);
        yield return Line("reach", string.Join(", ", entry.Reach.Select(r => Hyphens(r.ToString()))), true);
        yield return Line("from", $"{Day(entry.Effective.From)}, known {Day(entry.Effective.Known)}", true);
        foreach (var end in Ends(entry.Effective)) yield return end;
        foreach (int footnote in entry.Footnotes) yield return Line("footnote", footnote.ToString(CultureInfo.InvariantCulture), true);
        if (entry.Limited) yield return Line("limited", "whatever asks", true);
        if (entry.When is { } when) foreach (var line in OfCondition(when, "when", 0)) yield return line;
        if (entry.Words is { } words) yield return Line("words", words, false);
        yield return Line("citation", entry.Citation, false);
    }

    private static IEnumerable<(string, bool)> OfCondition(Condition condition, string name, int depth)
    {
        string indent = new(' ', depth * 2);
        yield return ($"{name}: {indent}{condition.Test}", true);
        if (condition.Quotation.Words is { } words) yield return ($"{name}: {indent}  \"{words}\"{(condition.Quotation.Citation is { } cite ? $" ({cite})" : "")}", false);
        foreach (var child in condition.Children)
            foreach (var line in OfCondition(child, name, depth + 1)) yield return line;
    }

    private static IEnumerable<(string, bool)> Presumed(Presumption presumption)
    {
        yield return Line("presumed", presumption.Value ? "yes" : "no", true);
        if (presumption.When is { } when) foreach (var line in OfCondition(when, "presumed when", 0)) yield return line;
    }

    private static IEnumerable<(string, bool)> Ends(Effective effective)
    {
        if (effective.To is { } to) yield return Line("last day", Day(to), true);
        foreach (var revision in effective.Revised)
            yield return Line("last day", $"{(revision.To is { } last ? Day(last) : "none")}, as known from {Day(revision.Known)}", true);
    }

    private static IEnumerable<(string, bool)> Sources(ImmutableArray<StatementSource> sources) =>
        sources.Select(s => Line("source", $"{s.Title}{(s.Published is null ? "" : $" ({s.Published})")}", false));

    private const long MostCompared = 4_000_000;

    /// <summary>The lines that are not common to both, by the longest common run; removed before added.</summary>
    private static List<(LawLine Line, bool Decides)> Lines(ImmutableArray<(string Text, bool Decides)> before, ImmutableArray<(string Text, bool Decides)> after)
    {
        // Texts so long are none of a rule; they are shown whole, which is a difference too, only a longer one.
        if ((long)before.Length * after.Length > MostCompared)
            return [.. before.Select(l => (new LawLine(l.Text, null), l.Decides)), .. after.Select(l => (new LawLine(null, l.Text), l.Decides))];
        var common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
            for (int j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i].Text == after[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var lines = new List<(LawLine, bool)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i].Text == after[j].Text) (i, j) = (i + 1, j + 1);
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1])) lines.Add((new LawLine(before[i].Text, null), before[i++].Decides));
            else lines.Add((new LawLine(null, after[j].Text), after[j++].Decides));
        }
        return lines;
    }

    private static IEnumerable<(T? Before, T? After)> Pairs<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key)
        where T : class
    {
        var old = before.GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var now = after.GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(k => (old.GetValueOrDefault(k), now.GetValueOrDefault(k)));
    }

    private static Piece Of(string what, string id, string title, ImmutableArray<(string, bool)> lines) => new(what, id, title, lines);

    private static (string Text, bool Decides) Line(string name, string content, bool decides) => ($"{name}: {content}", decides);

    private static string Word(LegalStatus status) => status == LegalStatus.InForce ? "in force" : status.ToString().ToLowerInvariant();

    private static string Hyphens(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
