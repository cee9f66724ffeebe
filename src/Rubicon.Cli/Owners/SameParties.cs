using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;

namespace Rubicon.Cli.Owners;

/// <summary>Which parties of like names are one: what a person confirmed or refused, and what is still open.</summary>
internal static class SameParties
{
    private const int MostShown = 10;

    /// <summary>Joins what was confirmed; gives what is still open, after a warning for each. Null when the file of confirmations is missing.</summary>
    public static ImmutableArray<NameProposal>? Settle(StakeRegister register, PartyFinder finder, string? file)
    {
        var refused = new HashSet<(string, string)>();
        if (file is not null)
        {
            if (!File.Exists(file))
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
                return null;
            }
            using var stream = File.OpenRead(file);
            foreach (var pair in PairFile.Read(file, stream)) Take(register, finder, pair, refused);
        }
        ImmutableArray<NameProposal> open = [.. NameProposal.Find(register).Where(p => !refused.Contains((p.Key, p.Other)) && !refused.Contains((p.Other, p.Key)))];
        ProblemPrinter.Print(open.Take(MostShown).Select(p => new Problem(ProblemCatalog.PartiesAlike, new SourceLocation(register.Files[0]), $"{Quote.Text(p.Key)} and {Quote.Text(p.Other)}")));
        if (open.Length > MostShown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {open.Length - MostShown} more parties that may be one"));
        return open;
    }

    private static void Take(StakeRegister register, PartyFinder finder, PartyPair pair, HashSet<(string, string)> refused)
    {
        var (one, other) = (finder.Find(pair.One), finder.Find(pair.Other));
        if (one.IsEmpty || other.IsEmpty)
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.PartyNotInGraph, pair.Where, Quote.Text(one.IsEmpty ? pair.One : pair.Other)));
            return;
        }
        foreach (string a in one)
            foreach (string b in other)
                if (pair.AreOne) register.Join(register.Parties.Find(a), register.Parties.Find(b));
                else refused.Add((a, b));
    }
}
