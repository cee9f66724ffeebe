using System.Collections.Frozen;

namespace Rubicon.Equipment;

/// <summary>
/// Finds the registrant of an enterprise number with whose name a description begins: "Perle MCR-MGT" is of Perle Systems Limited. A hint about makers
/// without a file, never more: a short name may be a word of the language. Immutable, safe for any thread.
/// </summary>
internal sealed class RegistrantNames
{
    /// <summary>Shortest name that counts, in letters.</summary>
    private const int Shortest = 4;

    private const int MostWords = 3;

    private static readonly FrozenSet<string> LegalForms = Set(
        "inc incorporated ltd limited llc corp corporation co company gmbh ag kg sa srl spa bv nv ab oy as aps plc pty sdn bhd sas sarl lp llp se");

    private static readonly FrozenSet<string> Forms = Set(
        "inc incorporated ltd limited llc corp corporation co company gmbh ag kg sa srl spa bv nv ab oy as aps plc pty sdn bhd sas sarl lp llp se " +
        "computer computers network networks networking technology technologies systems system electronics communications international group solutions " +
        "telecom industries enterprises software labs products the");

    // Words of the language, operating systems and kinds of goods that are somebody's name too.
    private static readonly FrozenSet<string> Words = Set(
        "linux windows hardware software network networks switch router server ethernet gigabit fast base smart model system high snmp power temperature remote " +
        "industrial wireless access indoor outdoor generic embedded compact digital product device unit agent version managed management interface advanced " +
        "integrated universal standard series control controller monitor station media mobile radio optical fiber fibre video audio data home house open free " +
        "global local public private master active simple single multi time clock energy light green blue black white alpha beta delta gamma omega sigma " +
        "solaris darwin unix java perl python image camera phone voice print printer card board chip core edge cloud storage backup security firewall gateway " +
        "bridge link node point line port stack rack tower frame module sensor meter pump valve motor drive test demo sample example default unknown none null " +
        "intelligent layer virtual engine environmental station thermal tape library disk array blade chassis cisco");

    private readonly FrozenDictionary<string, string> _names;

    /// <summary>Gathers names; of two registrants with one name the first stays.</summary>
    public RegistrantNames(IEnumerable<string> registrants)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string registrant in registrants)
        {
            string[] words = Split(registrant);
            int length = words.Length;
            while (length > 1 && LegalForms.Contains(words[length - 1])) length--;
            // The whole name says more than its first word, which may be a word of the language ("Blade Network Technologies").
            if (length is 2 or 3) names.TryAdd(string.Join(' ', words.Take(length)), registrant);
            while (length > 1 && Forms.Contains(words[length - 1])) length--;
            if (length is 0 or > MostWords) continue;
            string name = string.Join(' ', words.Take(length));
            if (name.Count(char.IsAsciiLetter) >= Shortest && !Words.Contains(name)) names.TryAdd(name, registrant);
        }
        _names = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The registrant with whose name the text begins, the longest name first; null when none.</summary>
    public string? BeginningOf(string text)
    {
        string[] words = Split(text.Length > 80 ? text[..80] : text);
        for (int length = Math.Min(MostWords, words.Length); length > 0; length--)
            if (char.IsUpper(words[0][0]) && _names.TryGetValue(string.Join(' ', words.Take(length)), out string? registrant)) return registrant;
        return null;
    }

    private static string[] Split(string text) => text.Split([' ', ',', '.', '(', ')', '"', '\t', '\r', '\n', ':', ';', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
