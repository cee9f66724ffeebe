using System.Collections.Immutable;
using System.Globalization;

namespace Rubicon.Reading.Lists.Snapshots;

/// <summary>An entry that both states have, and what became different.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="Changes">What changed, in words, one each.</param>
public sealed record ChangedEntry(ListEntry Before, ListEntry After, ImmutableArray<string> Changes);

/// <summary>
/// What became different from one state of a list to another. Entries are the same where the list and the publisher's id are; on lists without ids (a number of a row is
/// none) where the list, the first name and the country are: a renamed entry is there one that was removed and one that was added.
/// </summary>
/// <param name="Added">Only in the later state, in its order.</param>
/// <param name="Removed">Only in the earlier state, in its order.</param>
/// <param name="Changed">In both, and different, in the order of the later state.</param>
/// <param name="Unchanged">How many are in both and equal.</param>
public sealed record ListDiff(ImmutableArray<ListEntry> Added, ImmutableArray<ListEntry> Removed, ImmutableArray<ChangedEntry> Changed, int Unchanged)
{
    private const int GoodsLetters = 24;

    /// <summary>True when nothing differs.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty;

    /// <summary>Compares two states.</summary>
    public static ListDiff Of(IEnumerable<ListEntry> before, IEnumerable<ListEntry> after)
    {
        var old = Keyed(before).ToList();
        var known = old.ToDictionary(p => p.Key, p => p.Entry, StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<ListEntry>();
        var changed = ImmutableArray.CreateBuilder<ChangedEntry>();
        int unchanged = 0;
        foreach (var (key, entry) in Keyed(after))
        {
            if (!known.Remove(key, out var was)) added.Add(entry);
            else if (Changes(was, entry) is { IsEmpty: false } changes) changed.Add(new ChangedEntry(was, entry, changes));
            else unchanged++;
        }
        return new ListDiff(added.ToImmutable(), [.. old.Where(p => known.ContainsKey(p.Key)).Select(p => p.Entry)], changed.ToImmutable(), unchanged);
    }

    /// <summary>Entries that share a key (one name, several rows) are told apart by their order.</summary>
    private static IEnumerable<(string Key, ListEntry Entry)> Keyed(IEnumerable<ListEntry> entries)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            string key = entry.Kind == ListedKind.Goods ? $"{entry.List}\n{Beginning(entry.Names[0].Text)}" : entry.IsIdStated ? $"{entry.List}\n#{entry.Id}" : $"{entry.List}\n{entry.Names[0].Text.ToUpperInvariant()}\n{entry.Country}";
            int copy = met[key] = met.GetValueOrDefault(key) + 1;
            yield return (string.Create(CultureInfo.InvariantCulture, $"{key}\n{copy}"), entry);
        }
    }

    /// <summary>Goods are told by how their description begins: the exceptions behind it change from one state to the next.</summary>
    private static string Beginning(string text) => string.Concat(text.Where(char.IsLetter).Take(GoodsLetters)).ToUpperInvariant();

    private static ImmutableArray<string> Changes(ListEntry before, ListEntry after)
    {
        var changes = ImmutableArray.CreateBuilder<string>();
        Sets("name", before.Names.Select(Name), after.Names.Select(Name), changes);
        One("first day", Day(before.From), Day(after.From), changes);
        One("last day", Day(before.To), Day(after.To), changes);
        One("country", before.Country, after.Country, changes);
        One("citation", before.Citation, after.Citation, changes);
        Sets("program", before.Programs, after.Programs, changes);
        Sets("address", before.Addresses, after.Addresses, changes);
        Sets("identifier", before.Identifiers.Select(i => $"{i.Scheme} {i.Value}"), after.Identifiers.Select(i => $"{i.Scheme} {i.Value}"), changes);
        One("remark", before.Note, after.Note, changes);
        return changes.ToImmutable();
    }

    private static string Name(ListedName name) => name.Kind switch
    {
        Parties.NameKind.WeakAlias => name.Text + " (weak alias)",
        Parties.NameKind.Former => name.Text + " (former name)",
        _ => name.Text,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void One(string what, string? before, string? after, ImmutableArray<string>.Builder changes)
    {
        if (string.Equals(before, after, StringComparison.Ordinal)) return;
        changes.Add(before is null ? $"{what} added: {after}" : after is null ? $"{what} removed: {before}" : $"{what}: {before} -> {after}");
    }

    private static void Sets(string what, IEnumerable<string> before, IEnumerable<string> after, ImmutableArray<string>.Builder changes)
    {
        var (old, now) = (before.ToList(), after.ToList());
        foreach (string text in old.Except(now, StringComparer.Ordinal)) changes.Add($"{what} removed: {text}");
        foreach (string text in now.Except(old, StringComparer.Ordinal)) changes.Add($"{what} added: {text}");
    }
}
