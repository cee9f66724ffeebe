using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Lists;

namespace Rubicon.Cli.Owners;

/// <summary>Whom the user means by --listed: a party of the graph, a list of the packs, or a file of a list.</summary>
internal static class ListedParties
{
    /// <summary>Keys of the listed in the graph, with the list by which each was named; null when a list cannot be read whole: a part of it would reach too few.</summary>
    public static ImmutableArray<(string Key, string? List)>? Find(string[] listed, PartyFinder finder, OwnershipGraph graph, Lazy<LoadedData?> loaded)
    {
        var found = ImmutableArray.CreateBuilder<(string Key, string? List)>();
        foreach (string text in listed)
        {
            if (Of(text, finder, graph, loaded) is not var (keys, isList)) return null;
            found.AddRange(keys.Select(k => (k, isList ? text : null)));
        }
        return found.ToImmutable();
    }

    private static (ImmutableArray<string> Keys, bool IsList)? Of(string text, PartyFinder finder, OwnershipGraph graph, Lazy<LoadedData?> loaded)
    {
        var keys = finder.Find(text);
        if (keys.IsEmpty && File.Exists(text)) return OfFile(text, finder, graph);
        if (keys.IsEmpty && text.Contains('/', StringComparison.Ordinal) && loaded.Value?.Law.Lists.FirstOrDefault(l => l.Id == text) is { } list)
        {
            var entries = list.Entries.Where(e => !e.IsCategory && e.Effective.Holds(graph.Day, graph.Day)).ToList();
            return Matched(text, entries.Count, entries.SelectMany(e => finder.Find(e.PartyKey!).Concat(e.Printed.Concat(e.Also).SelectMany(n => finder.Named(n)))));
        }
        if (keys.IsEmpty && finder.Like(text) is [var like])
        {
            Console.Error.WriteLine($"rubicon: warning: the listed {Quote.Text(text)} is taken for {Quote.Text(like)}, which differs by case, space or punctuation only");
            return ([like], false);
        }
        if (!keys.Any(graph.Knows)) Console.Error.WriteLine($"rubicon: warning: the listed {Quote.Text(text)} holds nothing in the graph on {graph.Day:yyyy-MM-dd}");
        return (keys.IsEmpty ? [text] : keys, false);
    }

    private static (ImmutableArray<string> Keys, bool IsList)? OfFile(string file, PartyFinder finder, OwnershipGraph graph)
    {
        using var stream = File.OpenRead(file);
        var reading = ListFile.Read(file, stream);
        ProblemPrinter.Print(reading.Problems.Take(20));
        if (!reading.IsWhole) return null;
        var entries = reading.Entries.Where(e => !(e.From > graph.Day) && !(e.To < graph.Day)).ToList();
        return Matched(file, entries.Count, entries.SelectMany(e => e.Names).SelectMany(n => finder.Named(n.Text)));
    }

    private static (ImmutableArray<string> Keys, bool IsList) Matched(string list, int entries, IEnumerable<string> keys)
    {
        ImmutableArray<string> found = [.. keys.Distinct(StringComparer.Ordinal)];
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rubicon: {list}: {entries} entries of the day; {found.Length} parties of the graph have the key or a name of one. Other spellings are not looked for: rubicon screen does"));
        return (found, true);
    }
}
