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
    /// <param name="register">The stakes.</param>
    /// <param name="finder">Finds their parties.</param>
    /// <param name="file">The file, or null.</param>
    /// <param name="problems">Takes the problems; null to print them.</param>
    /// <param name="words">Takes lines of which one name is of the records and not of the files of stakes; null where there are no records.</param>
    public static ImmutableArray<NameProposal>? Settle(StakeRegister register, PartyFinder finder, string? file, List<Problem>? problems = null, List<(string Name, string Key, bool AreOne)>? words = null)
    {
        void Say(IEnumerable<Problem> met)
        {
            if (problems is null) ProblemPrinter.Print(met);
            else problems.AddRange(met);
        }
        var refused = new HashSet<(string, string)>();
        if (file is not null)
        {
            if (!File.Exists(file))
            {
                Say([new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file))]);
                return null;
            }
            using var stream = File.OpenRead(file);
            foreach (var pair in PairFile.Read(file, stream)) Say(Take(register, finder, pair, refused, words));
        }
        if (register.Parties.Count > NameProposal.MostParties) Say([new Problem(ProblemCatalog.NamesNotCompared, new SourceLocation(register.Files[0]), string.Create(CultureInfo.InvariantCulture, $"{register.Parties.Count} parties"))]);
        ImmutableArray<NameProposal> open = [.. NameProposal.Find(register).Where(p => !refused.Contains((p.Key, p.Other)) && !refused.Contains((p.Other, p.Key)))];
        Say(open.Take(MostShown).Select(p => new Problem(ProblemCatalog.PartiesAlike, new SourceLocation(register.Files[0]), $"{Quote.Text(p.Key)} and {Quote.Text(p.Other)}")));
        if (open.Length > MostShown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {open.Length - MostShown} more parties that may be one"));
        return open;
    }

    private static ImmutableArray<Problem> Take(StakeRegister register, PartyFinder finder, PartyPair pair, HashSet<(string, string)> refused, List<(string Name, string Key, bool AreOne)>? words)
    {
        var (one, other) = (finder.Find(pair.One), finder.Find(pair.Other));
        if (one.IsEmpty || other.IsEmpty)
        {
            if (words is null || (one.IsEmpty && other.IsEmpty)) return [new Problem(ProblemCatalog.PartyNotInGraph, pair.Where, Quote.Text(one.IsEmpty ? pair.One : pair.Other))];
            words.AddRange(one.Concat(other).Select(k => (one.IsEmpty ? pair.One : pair.Other, k, pair.AreOne)));
            return [];
        }
        // A name that the records and the files spell alike: the word holds for the records too.
        words?.AddRange(one.SelectMany(_ => other.Select(k => (pair.One, k, pair.AreOne))));
        foreach (string a in one)
            foreach (string b in other)
                if (pair.AreOne) register.Join(register.Parties.Find(a), register.Parties.Find(b));
                else refused.Add((a, b));
        return [];
    }
}
