using System.Collections.Immutable;
using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>
/// Parties by name and identifier. Built once from a list and never changed; any number of threads may ask at once. The
/// answer depends on the list and the query alone: a word's weight is how rare it is in this list.
/// </summary>
public sealed class PartyIndex
{
    // A part of the text in one script, when the other part says something else.
    private const double PartCeiling = 0.8;
    private const double OtherCountry = 0.97;

    private readonly List<NameForm> names;
    private readonly Vocabulary vocabulary;
    private readonly CandidateIndex candidates;
    private readonly Dictionary<(string Scheme, string Value), List<int>> identifiers;

    private PartyIndex(ImmutableArray<Party> parties, List<NameForm> names, Vocabulary vocabulary, CandidateIndex candidates,
        Dictionary<(string, string), List<int>> identifiers) =>
        (Parties, this.names, this.vocabulary, this.candidates, this.identifiers) = (parties, names, vocabulary, candidates, identifiers);

    /// <summary>The parties, in the order given.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>
    /// Files the parties. A name without letters and digits is left out; of a very long name the first 1,024 characters are
    /// compared. Parties without names can still be found by their identifiers. Two parties may bear the same name: both are found.
    /// </summary>
    public static PartyIndex Build(IEnumerable<Party> parties)
    {
        ImmutableArray<Party> all = [.. parties];
        Vocabulary vocabulary = new();
        Dictionary<string, Word> seen = new(StringComparer.Ordinal);
        List<(int Party, PartyName Name, NameWriting Writing)> read = [];
        Dictionary<(string, string), List<int>> identifiers = [];
        for (int party = 0; party < all.Length; party++)
        {
            foreach (PartyName name in all[party].Names)
            {
                foreach (NameWriting writing in NameForms.Of(name, seen))
                {
                    read.Add((party, name, writing));
                    foreach (Word word in writing.Words) vocabulary.Add(word.Text, party);
                }
            }
            foreach (PartyIdentifier identifier in all[party].Identifiers)
            {
                (string Scheme, string Value) key = IdentifierComparison.Key(identifier);
                if (key.Value.Length == 0) continue;
                if (!identifiers.TryGetValue(key, out List<int>? holders)) identifiers.Add(key, holders = []);
                if (!holders.Contains(party)) holders.Add(party);
            }
        }
        vocabulary.Close(all.Length);
        List<NameForm> names = [.. read.Select(r => new NameForm(r.Party, r.Name, r.Writing, vocabulary))];
        return new PartyIndex(all, names, vocabulary, new CandidateIndex(names, vocabulary), identifiers);
    }

    /// <summary>
    /// The parties that the query may mean, best first, equal scores by key; each party once, with the name that fits best.
    /// Empty when nothing reaches <see cref="MatchThreshold.Possible"/>; when the query is cut
    /// (<see cref="NameQuery.IsCut"/>) an empty answer proves nothing.
    /// </summary>
    public ImmutableArray<NameMatch> Find(NameQuery query) => Find(query, candidates.Find);

    /// <summary>The same answer by scoring every name; what the candidate search is checked against.</summary>
    internal ImmutableArray<NameMatch> FindByScoringAll(NameQuery query) => Find(query, _ => [.. Enumerable.Range(0, names.Count)]);

    private ImmutableArray<NameMatch> Find(NameQuery query, Func<QueryForm, List<int>> search)
    {
        List<Word> words = WordReader.Read(query.Text);
        Dictionary<int, PartyHit> hits = [];
        foreach (PartyIdentifier identifier in query.Identifiers)
        {
            foreach (int party in identifiers.GetValueOrDefault(IdentifierComparison.Key(identifier)) ?? []) hits.TryAdd(party, default);
        }
        if (words.Count > 0) FindNames(words, search, hits);
        if (Palladius.ToPinyin(query.Text) is { } pinyin) FindNames(WordReader.Read(pinyin), search, hits);
        Alignment alignment = new();
        return [.. hits.Select(h => Match(query, h.Key, h.Value, alignment))
            .Where(m => m.Score >= MatchThreshold.Possible)
            .OrderByDescending(m => m.Score).ThenBy(m => m.Party.Key, StringComparer.Ordinal)];
    }

    private void FindNames(List<Word> words, Func<QueryForm, List<int>> search, Dictionary<int, PartyHit> hits)
    {
        Score(QueryForm.From(words, vocabulary), search, isPart: false, hits);
        Dictionary<int, PartyHit>[] parts = [.. NameForms.ScriptParts(words).Select(part =>
        {
            Dictionary<int, PartyHit> found = [];
            Score(QueryForm.From(part, vocabulary), search, isPart: true, found);
            return found;
        })];
        foreach ((int party, PartyHit hit) in parts.SelectMany(p => p))
        {
            // Both scripts name the party, or the other script holds nothing that could name another: the part counts in full.
            bool agreed = parts.Length == 1 || parts.All(p => p.ContainsKey(party));
            Keep(hits, party, agreed ? hit : hit with { Score = Math.Min(hit.Score, PartCeiling) });
        }
    }

    private void Score(QueryForm query, Func<QueryForm, List<int>> search, bool isPart, Dictionary<int, PartyHit> hits)
    {
        Alignment alignment = new();
        foreach (int name in search(query))
        {
            alignment.Align(query, names[name]);
            double score = NameScore.Of(query, names[name], alignment);
            if (score >= MatchThreshold.Possible) Keep(hits, names[name].Party, new PartyHit(names[name], query, score, isPart));
        }
    }

    // Of names that fit equally well the first stated is kept, so that the answer does not depend on the search.
    private static void Keep(Dictionary<int, PartyHit> hits, int party, PartyHit hit)
    {
        if (!hits.TryGetValue(party, out PartyHit known) || hit.Score > known.Score) hits[party] = hit;
    }

    private NameMatch Match(NameQuery query, int number, PartyHit hit, Alignment alignment)
    {
        Party party = Parties[number];
        List<MatchReason> reasons = [];
        IdentifierComparison identified = IdentifierComparison.Of(query.Identifiers, party, reasons);
        double score = hit.Score;
        if (hit.Name is { } name)
        {
            alignment.Align(hit.Query!, name);
            NameReasons.Write(hit.Query!, name, alignment, reasons);
            if (hit.IsPart) reasons.Add(new(MatchReasonKind.ScriptPart, $"only the part \"{string.Join(' ', hit.Query!.Words.Select(w => w.Raw))}\" of the text was compared with this name"));
        }
        else if (query.Text.Length > 0)
            reasons.Add(new(MatchReasonKind.NameDiffers, $"no name of the party is like \"{NameReasons.Cut(query.Text)}\""));
        if (query.Country is { } asked && party.Country is { } stated)
        {
            bool same = string.Equals(asked, stated, StringComparison.OrdinalIgnoreCase);
            reasons.Add(same
                ? new(MatchReasonKind.CountryEqual, $"the country is \"{stated}\" on both sides")
                : new(MatchReasonKind.CountryDiffers, $"the country is \"{NameReasons.Cut(asked)}\", the party's \"{stated}\""));
            if (!same) score *= OtherCountry;
        }
        if (query.IsCut)
            reasons.Add(new(MatchReasonKind.TextCut, FormattableString.Invariant($"only the first {WordReader.TextLimit:N0} of {query.Text.Length:N0} characters were compared")));
        score = identified.Equal is not null ? 1 : score * identified.Factor;
        return new NameMatch(party, hit.Name?.Name, identified.Equal, score, [.. reasons]);
    }

    /// <summary>The best name of a party so far.</summary>
    private readonly record struct PartyHit(NameForm? Name, QueryForm? Query, double Score, bool IsPart);
}
