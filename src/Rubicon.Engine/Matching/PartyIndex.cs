using System.Collections.Concurrent;
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
    // The Han name of the query is read in Latin letters, and the party's own Han name is another.
    private const double OtherHanName = 0.8;
    private const double OtherCountry = 0.97;
    // Of names that fold alike the one printed alike comes first.
    private const double NotVerbatim = 0.001;
    private const int MostVerbatim = 12;

    private readonly FormTable forms;
    private readonly Vocabulary vocabulary;
    private readonly CandidateIndex candidates;
    private readonly SpellingKeys spellings;
    private readonly WholeTexts texts;
    private readonly Initialisms initialisms;
    private readonly Dictionary<(string Scheme, string Value), List<int>> identifiers;
    private readonly ConcurrentBag<SearchRoom> rooms = [];

    private PartyIndex(ImmutableArray<Party> parties, FormTable forms, Vocabulary vocabulary, Dictionary<(string, string), List<int>> identifiers)
    {
        (Parties, this.forms, this.vocabulary, this.identifiers) = (parties, forms, vocabulary, identifiers);
        candidates = new CandidateIndex(forms, vocabulary);
        spellings = new SpellingKeys(vocabulary.Raws, vocabulary.Sounds);
        texts = new WholeTexts(forms, vocabulary);
        initialisms = new Initialisms(forms, vocabulary);
    }

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
        FormTable forms = new();
        Dictionary<string, Word> seen = new(StringComparer.Ordinal);
        Dictionary<(string, string), List<int>> identifiers = [];
        for (int party = 0; party < all.Length; party++)
        {
            for (int at = 0; at < all[party].Names.Length; at++)
            {
                PartyName name = all[party].Names[at];
                FormKind kind = name.Kind switch { NameKind.WeakAlias => FormKind.Weak, NameKind.Brand or NameKind.Short => FormKind.Brand, _ => FormKind.Plain };
                foreach (NameWriting writing in NameForms.Of(name, seen))
                    forms.Add(party, at, [.. writing.Words.Select(w => vocabulary.Add(w, party))], kind | writing.Kind);
            }
            foreach (PartyIdentifier identifier in all[party].Identifiers)
            {
                (string Scheme, string Value) key = IdentifierComparison.Key(identifier);
                if (key.Value.Length == 0) continue;
                if (!identifiers.TryGetValue(key, out List<int>? holders)) identifiers.Add(key, holders = []);
                if (!holders.Contains(party)) holders.Add(party);
            }
        }
        forms.Close();
        vocabulary.Close(all.Length);
        return new PartyIndex(all, forms, vocabulary, identifiers);
    }

    /// <summary>
    /// The parties that the query may mean, best first, equal scores by key; each party once, with the name that fits best.
    /// Empty when nothing reaches <see cref="MatchThreshold.Lowest"/>; when the query is cut
    /// (<see cref="NameQuery.IsCut"/>) an empty answer proves nothing.
    /// </summary>
    /// <param name="query">What to look for.</param>
    /// <param name="threshold">Lowest score returned; the higher, the faster.</param>
    public ImmutableArray<NameMatch> Find(NameQuery query, double threshold = MatchThreshold.Lowest) => Find(query, threshold, all: false);

    /// <summary>The same answer by scoring every name; what the candidate search is checked against.</summary>
    internal ImmutableArray<NameMatch> FindByScoringAll(NameQuery query, double threshold = MatchThreshold.Lowest) => Find(query, threshold, all: true);

    private ImmutableArray<NameMatch> Find(NameQuery query, double threshold, bool all)
    {
        List<Word> words = NameForms.OfQuery(query.Text);
        Dictionary<int, PartyHit> hits = [];
        foreach (PartyIdentifier identifier in query.Identifiers)
        {
            foreach (int party in identifiers.GetValueOrDefault(IdentifierComparison.Key(identifier)) ?? []) hits.TryAdd(party, new PartyHit(-1, 0, null, 0, Compared.Whole));
        }
        if (!rooms.TryTake(out SearchRoom? room)) room = new SearchRoom(forms, vocabulary, spellings);
        if (words.Count > 0) FindNames(words, room, threshold, all, hits);
        List<NameMatch> matches = new(hits.Count);
        foreach ((int party, PartyHit hit) in hits)
        {
            NameMatch match = Match(query, party, hit, room);
            if (match.Score >= threshold) matches.Add(match);
        }
        rooms.Add(room);
        matches.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Party.Key, b.Party.Key));
        return [.. matches];
    }

    private void FindNames(List<Word> words, SearchRoom room, double threshold, bool all, Dictionary<int, PartyHit> hits)
    {
        Score(QueryForm.From(words, vocabulary), room, threshold, all, Compared.Whole, hits);
        List<Dictionary<int, PartyHit>> parts = [];
        foreach (Word[] part in NameForms.ScriptParts(words))
        {
            Dictionary<int, PartyHit> found = [];
            Score(QueryForm.From(part, vocabulary), room, Math.Min(threshold, MatchThreshold.Lowest), all, Compared.Part, found);
            if (Han.Is(part[0].Raw[0])) Read(words, room, Math.Min(threshold, MatchThreshold.Lowest), all, found);
            parts.Add(found);
        }
        if (parts.Count == 0) Read(words, room, threshold, all, hits);
        foreach ((int party, PartyHit hit) in parts.SelectMany(p => p))
        {
            // Both scripts name the party, or the other script holds nothing that could name another: the part counts in full.
            bool agreed = parts.Count == 1 || parts.TrueForAll(p => p.ContainsKey(party));
            Keep(hits, party, agreed ? hit : hit with { Score = Math.Min(hit.Score, PartCeiling) });
        }
    }

    // The Han words as they may stand in Latin letters.
    private void Read(List<Word> words, SearchRoom room, double threshold, bool all, Dictionary<int, PartyHit> hits)
    {
        foreach (Word[] reading in NameForms.Readings(words)) Score(QueryForm.From(reading, vocabulary), room, threshold, all, Compared.Reading, hits);
    }

    private void Score(QueryForm query, SearchRoom room, double threshold, bool all, Compared compared, Dictionary<int, PartyHit> hits)
    {
        room.NearWords.Prepare(query);
        room.NearTexts.Clear();
        string? letters = compared == Compared.Whole ? initialisms.Asked(query) : null;
        ReadOnlySpan<int> initials = initialisms.Find(letters);
        if (all)
        {
            room.Candidates.Clear();
            room.Candidates.AddRange(Enumerable.Range(0, forms.Count));
            foreach (int form in room.Candidates)
            {
                if (texts.Errors(query.Letters, form) is >= 0 and int errors) room.NearTexts.Add(form, errors);
            }
        }
        else
        {
            texts.Find(query.Letters, room.NearTexts);
            candidates.Find(room.NearWords, room, threshold, initials);
        }
        foreach (int form in room.Candidates)
        {
            // Two readings say less than the names that they were made of, which are compared as they stand.
            if (compared == Compared.Reading && forms.Kind(form).HasFlag(FormKind.Reading)) continue;
            room.Name.Load(form);
            room.Alignment.Align(room.Name);
            double score = NameScore.Of(room.Name, room.Alignment, room.NearTexts.GetValueOrDefault(form, -1));
            if (score < NameScore.Initials && initials.BinarySearch(form) >= 0) score = NameScore.Initials;
            if (score < threshold) continue;
            for ((int Party, int Name, int Next) bearer = forms.First(form); ; bearer = forms.Bearer(bearer.Next))
            {
                Keep(hits, bearer.Party, new PartyHit(form, bearer.Name, query, score, compared));
                if (bearer.Next < 0) break;
            }
        }
    }

    // Of names that fit equally well the first stated is kept, so that the answer does not depend on the search.
    private static void Keep(Dictionary<int, PartyHit> hits, int party, PartyHit hit)
    {
        if (!hits.TryGetValue(party, out PartyHit known) || hit.Score > known.Score || (hit.Score == known.Score && hit.Query is not null && (hit.Name, hit.Form).CompareTo((known.Name, known.Form)) < 0 && known.Form >= 0))
            hits[party] = hit;
    }

    private NameMatch Match(NameQuery query, int number, PartyHit hit, SearchRoom room)
    {
        Party party = Parties[number];
        List<MatchReason> reasons = [];
        IdentifierComparison identified = IdentifierComparison.Of(query.Identifiers, party, reasons);
        double score = hit.Score;
        PartyName? stated = hit.Form < 0 ? null : party.Names[hit.Name];
        if (stated is not null)
        {
            room.NearWords.Prepare(hit.Query!);
            room.Name.Load(hit.Form);
            room.Alignment.Align(room.Name);
            NameReasons.Write(room.Name, stated, room.Alignment, texts.Errors(hit.Query!.Letters, hit.Form), reasons);
            if (hit.Compared == Compared.Whole && initialisms.Find(initialisms.Asked(hit.Query!)).BinarySearch(hit.Form) >= 0)
                reasons.Add(new(MatchReasonKind.Initial, $"\"{initialisms.Asked(hit.Query!)}\" are the first letters of the name's words, which no name of so short a list has by chance"));
            if (hit.Compared == Compared.Reading || forms.Kind(hit.Form).HasFlag(FormKind.Reading))
            {
                string read = string.Join(' ', (hit.Compared == Compared.Reading ? hit.Query!.Words : room.Name.Words.ToArray()).Select(w => w.Raw));
                reasons.Add(new(MatchReasonKind.HanRead, $"the Han name of {(hit.Compared == Compared.Reading ? "the text" : "the party")} was read as \"{read}\", its words translated or in pinyin"));
                if (hit.Compared == Compared.Reading && NameForms.OtherHanName(query.Text, party) is { } other)
                {
                    score *= OtherHanName;
                    reasons.Add(new(MatchReasonKind.WordsConflict, $"the party's own Han name is \"{NameReasons.Cut(other)}\""));
                }
            }
            if (hit.Compared == Compared.Part) reasons.Add(new(MatchReasonKind.ScriptPart, $"only the part \"{string.Join(' ', hit.Query!.Words.Select(w => w.Raw))}\" of the text was compared with this name"));
        }
        else if (query.Text.Length > 0)
            reasons.Add(new(MatchReasonKind.NameDiffers, $"no name of the party is like \"{NameReasons.Cut(query.Text)}\""));
        if (stated is not null && PartyKindComparison.Doubt(query, party, room.Name, room.Alignment) is { } doubt)
        {
            score *= PartyKindComparison.OtherKind;
            reasons.Add(new(MatchReasonKind.KindDiffers, doubt));
        }
        if (query.Country is { } asked && party.Country is { } country)
        {
            bool same = string.Equals(asked, country, StringComparison.OrdinalIgnoreCase);
            reasons.Add(same
                ? new(MatchReasonKind.CountryEqual, $"the country is \"{country}\" on both sides")
                : new(MatchReasonKind.CountryDiffers, $"the country is \"{NameReasons.Cut(asked)}\", the party's \"{country}\""));
            if (!same) score *= OtherCountry;
        }
        if (query.IsCut)
            reasons.Add(new(MatchReasonKind.TextCut, FormattableString.Invariant($"only the first {WordReader.TextLimit:N0} of {query.Text.Length:N0} characters were compared")));
        if (stated is not null) score -= NotVerbatim * (1 - VerbatimShare(query.Text, stated.Text));
        score = identified.Equal is not null ? 1 : score * identified.Factor;
        return new NameMatch(party, stated, identified.Equal, score, [.. reasons]);
    }

    // How many of the words between spaces stand in both as they are printed.
    private static double VerbatimShare(string query, string name)
    {
        if (string.Equals(query, name, StringComparison.Ordinal)) return 1;
        Span<Range> asked = stackalloc Range[MostVerbatim], stated = stackalloc Range[MostVerbatim];
        asked = asked[..query.AsSpan().Split(asked, ' ', StringSplitOptions.RemoveEmptyEntries)];
        stated = stated[..name.AsSpan().Split(stated, ' ', StringSplitOptions.RemoveEmptyEntries)];
        int same = 0;
        foreach (Range a in asked)
        {
            foreach (Range s in stated)
            {
                if (!query.AsSpan(a).SequenceEqual(name.AsSpan(s))) continue;
                same++;
                break;
            }
        }
        return Math.Min(1, 2.0 * same / (asked.Length + stated.Length + 1));
    }

    /// <summary>What of the query was compared.</summary>
    private enum Compared
    {
        Whole,
        Part,
        Reading,
    }

    /// <summary>The best name of a party so far.</summary>
    private readonly record struct PartyHit(int Form, int Name, QueryForm? Query, double Score, Compared Compared);
}
