using System.Text;

namespace Rubicon.Equipment;

/// <summary>
/// What identification can make of a name or an address, as a short text: two texts with one trace are read alike by <see cref="SignalReader"/>
/// and <see cref="Conclusion"/>, whatever else they hold. Names and addresses of an inventory never repeat; their traces do,
/// so that equal devices can be decided once. Not thread-safe.
/// </summary>
internal sealed class SignalTraces(KnowledgeIndex index, Registers registers)
{
    /// <summary>A longer text is its own trace: the search for models stops at a place that depends on all of it.</summary>
    private const int LongestTraced = 300;

    /// <summary>Traces remembered at a time.</summary>
    private const int MostRemembered = 50_000;

    private readonly PhraseStarts _starts = PhraseStarts.Of(
        index.Words.Phrases.Concat(index.LookAlikes.Phrases).Concat(index.RelabelBrands.Phrases).Concat(CategoryWords.Index.Phrases));

    private readonly PhraseStarts _relabelModels = PhraseStarts.Of(index.Knowledge.Relabels.SelectMany(r => r.Models));
    private readonly List<ModelMatch> _models = [];
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);

    /// <summary>Registrants of blocks of 24 bits; null where the block is divided among several.</summary>
    private readonly Dictionary<ulong, string?> _blocks = [];

    private readonly StringBuilder _text = new();

    /// <summary>The trace of a name or description; empty when nothing in it is a sign of anything.</summary>
    public string OfProse(string text)
    {
        if (text.Length > LongestTraced) return text;
        int start = _starts.FirstIn(text);
        _text.Clear();
        AddModels(text);
        if (_text.Length == 0) return start < 0 ? "" : Phrases(text.AsSpan(start));
        return start < 0 ? _text.ToString() : _text.Append(Phrases(text.AsSpan(start))).ToString();
    }

    /// <summary>The trace of a serial number: the vendor letters of an optical terminal that a maker file knows; empty for any other.</summary>
    public string OfSerial(string text) => TerminalSerial.VendorIn(text) is { } id && index.PonVendors.ContainsKey(id) ? id.ToUpperInvariant() : "";

    /// <summary>The trace of a MAC address: who registered its prefix; empty when it says nothing.</summary>
    public string OfMac(string text)
    {
        if (!MacAddress.TryRead(text, out var address) || address.SaysNothing) return "";
        if (registers.Mac is not { } register) return "";
        ulong block = address.Bits >> 24;
        if (_blocks.TryGetValue(block, out string? registrant)) return registrant ?? register.Find(address) ?? "";
        if (_blocks.Count >= MostRemembered) _blocks.Clear();
        _blocks[block] = registrant = register.IsWhole(address) ? register.Find(address) ?? "" : null;
        return registrant ?? register.Find(address) ?? "";
    }

    /// <summary>
    /// The phrases found. Nothing stands before <paramref name="rest"/>, which begins where a phrase may, so that "bbu-01" is looked
    /// through once for all the sites that have one.
    /// </summary>
    private string Phrases(ReadOnlySpan<char> rest)
    {
        var remembered = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        if (remembered.TryGetValue(rest, out string? known)) return known;
        if (_phrases.Count >= MostRemembered) _phrases.Clear();
        string text = rest.ToString();
        var trace = new StringBuilder();
        Add(trace, 'w', index.Words, text);
        Add(trace, 'l', index.LookAlikes, text);
        Add(trace, 'r', index.RelabelBrands, text);
        Add(trace, 'c', CategoryWords.Index, text);
        return _phrases[text] = trace.ToString();
    }

    private static void Add<T>(StringBuilder trace, char mark, PhraseIndex<T> phrases, string text)
    {
        var found = new List<(string Phrase, T Value)>();
        phrases.Find(text, found);
        foreach (var (phrase, _) in found) trace.Append(mark).Append(phrase).Append('\u0001');
    }

    private void AddModels(string text)
    {
        _models.Clear();
        index.Families.FindInProse(text, _models);
        foreach (var match in _models) _text.Append('m').Append(match.Token).Append('\u0001');
        foreach (var word in text.AsSpan().Split(' '))
            if (_relabelModels.StandsAtStartOf(text.AsSpan()[word])) _text.Append('o').Append(text.AsSpan()[word]).Append('\u0001');
    }
}
