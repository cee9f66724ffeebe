namespace Rubicon.Matching;

/// <summary>
/// The words of all names of a party list, and how much each weighs: 1 - 0.3 ln(n)/ln(N), n the parties that bear it, N
/// all parties but at least 1,000, so that short lists do not call a word common that two of five parties share. The slope
/// is gentle because a list names a hundred affiliates of one group: their common word is still the group's own.
/// </summary>
internal sealed class Vocabulary
{
    private const double Slope = 0.3;
    private const double OneLetter = 0.3;
    private const int FewestParties = 1_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> parties = [];
    private readonly List<int> lastParty = [];
    private double logOfParties = Math.Log(FewestParties);

    /// <summary>How many words.</summary>
    public int Count => texts.Count;

    /// <summary>The word of that number.</summary>
    public string this[int number] => texts[number];

    /// <summary>Counts a word as used by a party and gives its number. Parties come in order.</summary>
    public int Add(string text, int party)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            number = texts.Count;
            numbers.Add(text, number);
            texts.Add(text);
            parties.Add(0);
            lastParty.Add(-1);
        }
        if (lastParty[number] != party)
        {
            lastParty[number] = party;
            parties[number]++;
        }
        return number;
    }

    /// <summary>Ends the counting.</summary>
    public void Close(int partyCount) => logOfParties = Math.Log(Math.Max(partyCount, FewestParties));

    /// <summary>The number of a word, or -1 when no name holds it.</summary>
    public int Find(ReadOnlySpan<char> text) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number) ? number : -1;

    /// <summary>How much the word tells parties apart, 0.7 to 1, one letter 0.3; a word of no name weighs 1.</summary>
    public double Weight(string text)
    {
        if (text.Length == 1 && !Han.Is(text[0])) return OneLetter;
        int number = Find(text);
        return number < 0 ? 1 : 1 - Slope * Math.Log(parties[number]) / logOfParties;
    }
}
