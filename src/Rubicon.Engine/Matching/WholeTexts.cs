namespace Rubicon.Matching;

/// <summary>
/// Names whose letters, written without spaces, differ from those of a query by a typing error or two, wherever they stand: in a legal form, in a short word,
/// at a space. A name is filed under its length and each of its parts, one part more than it may hold errors: a text within that many errors has one part unchanged
/// near its place (Li, Deng, Wang and Feng, "PASS-JOIN", VLDB 2011). Two swapped letters at the border of two parts count as both changed.
/// </summary>
internal sealed class WholeTexts
{
    private const int Shortest = 8, Longest = 160;
    private const uint Radix = 16777619;

    private static readonly uint[] Powers = PowersOfRadix();

    private readonly FormTable forms;
    private readonly Vocabulary vocabulary;
    private readonly int[] starts;
    private readonly int[] numbers;
    private readonly int shift;

    /// <summary>Files the forms.</summary>
    public WholeTexts(FormTable forms, Vocabulary vocabulary)
    {
        (this.forms, this.vocabulary) = (forms, vocabulary);
        long count = 0;
        Span<char> text = stackalloc char[Longest];
        for (int form = 0; form < forms.Count; form++)
        {
            int length = Read(form, text);
            if (length > 0) count += ErrorsAllowed(length) + 1;
        }
        shift = 32 - Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(count, 2))), 4, 26);
        starts = new int[(1 << (32 - shift)) + 1];
        numbers = new int[count];
        Span<uint> hashes = stackalloc uint[Longest + 1];
        // First how many stand in each bucket, then where.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int form = forms.Count - 1; form >= 0; form--)
            {
                int length = Read(form, text);
                if (length == 0) continue;
                Hash(text[..length], hashes);
                int parts = ErrorsAllowed(length) + 1;
                for (int part = 0; part < parts; part++)
                {
                    int from = part * length / parts, to = (part + 1) * length / parts;
                    int bucket = Bucket(hashes, from, to, length, part);
                    if (pass == 0) starts[bucket + 1]++;
                    else numbers[--starts[bucket + 1]] = form;
                }
            }
            if (pass == 0)
            {
                for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
            }
        }
        // Filling moved each end back to its start.
        for (int i = 0; i + 1 < starts.Length; i++) starts[i] = starts[i + 1];
        starts[^1] = numbers.Length;
    }

    /// <summary>Errors that a text of that many letters may hold.</summary>
    private static int ErrorsAllowed(int length) => length switch { < Shortest => 0, < 10 => 1, < 26 => 2, _ => 3 };

    /// <summary>The letters of a query; empty when they are too few, too many, or Han characters, each of which is a word.</summary>
    public static string Letters(IReadOnlyList<Word> words)
    {
        int length = 0;
        foreach (Word word in words)
        {
            length += word.Raw.Length;
            if (Han.Is(word.Raw[0])) return "";
        }
        return length is < Shortest or > Longest ? "" : string.Concat(words.Select(w => w.Raw));
    }

    /// <summary>Adds all forms near to the letters, with how many errors lie between.</summary>
    public void Find(string letters, Dictionary<int, int> found)
    {
        if (letters.Length == 0) return;
        Span<uint> hashes = stackalloc uint[Longest + 1];
        Span<char> text = stackalloc char[Longest];
        Hash(letters, hashes);
        int most = ErrorsAllowed(letters.Length);
        for (int length = Math.Max(Shortest, letters.Length - most); length <= Math.Min(Longest, letters.Length + most); length++)
        {
            int parts = ErrorsAllowed(length) + 1;
            if (Math.Abs(length - letters.Length) > ErrorsAllowed(length)) continue;
            for (int part = 0; part < parts; part++)
            {
                (int first, int last, int size) = Places(letters.Length, length, part, parts);
                for (int from = first; from <= last; from++)
                {
                    int bucket = Bucket(hashes, from, from + size, length, part);
                    for (int at = starts[bucket]; at < starts[bucket + 1]; at++)
                    {
                        if (found.ContainsKey(numbers[at])) continue;
                        int errors = Errors(letters, text[..Read(numbers[at], text)]);
                        if (errors >= 0) found.Add(numbers[at], errors);
                    }
                }
            }
        }
    }

    /// <summary>Errors between the letters and a form, as <see cref="Find"/> counts them; -1 when it does not find the form.</summary>
    public int Errors(string letters, int form)
    {
        if (letters.Length == 0) return -1;
        Span<char> text = stackalloc char[Longest];
        return Errors(letters, text[..Read(form, text)]);
    }

    private static int Errors(ReadOnlySpan<char> letters, ReadOnlySpan<char> text)
    {
        int allowed = Math.Min(ErrorsAllowed(letters.Length), ErrorsAllowed(text.Length));
        if (text.IsEmpty || Math.Abs(letters.Length - text.Length) > allowed || !SharesPart(letters, text) || !DigitsEqual(letters, text)) return -1;
        int errors = Distance(letters, text, allowed);
        return errors <= allowed ? errors : -1;
    }

    private static bool SharesPart(ReadOnlySpan<char> letters, ReadOnlySpan<char> text)
    {
        int parts = ErrorsAllowed(text.Length) + 1;
        for (int part = 0; part < parts; part++)
        {
            (int first, int last, int size) = Places(letters.Length, text.Length, part, parts);
            ReadOnlySpan<char> own = text.Slice(part * text.Length / parts, size);
            for (int from = first; from <= last; from++)
            {
                if (letters.Slice(from, size).SequenceEqual(own)) return true;
            }
        }
        return false;
    }

    // Where a part of a name may stand in the query: an error before it moves it, and those behind it have to make up for the rest of the difference in length.
    private static (int First, int Last, int Size) Places(int queryLength, int length, int part, int parts)
    {
        int start = part * length / parts, size = (part + 1) * length / parts - start, longer = queryLength - length, behind = parts - 1 - part;
        int first = start + Math.Max(-part, longer - behind), last = start + Math.Min(part, longer + behind);
        return (Math.Max(0, first), Math.Min(queryLength - size, last), size);
    }

    // A number with another digit is another number.
    private static bool DigitsEqual(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsAsciiDigit(a[i])) i++;
            while (j < b.Length && !char.IsAsciiDigit(b[j])) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (a[i++] != b[j++]) return false;
        }
    }

    // Optimal string alignment in the band that the limit leaves.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        int far = limit + 1, width = b.Length + 1;
        Span<byte> room = stackalloc byte[3 * (Longest + 1)];
        Span<byte> before = room[..width], last = room.Slice(width, width), row = room.Slice(2 * width, width);
        for (int j = 0; j < width; j++) last[j] = (byte)Math.Min(j, far);
        for (int i = 1; i <= a.Length; i++)
        {
            int from = Math.Max(1, i - limit), to = Math.Min(b.Length, i + limit), least = far;
            row[from - 1] = (byte)(from == 1 ? Math.Min(i, far) : far);
            for (int j = from; j <= to; j++)
            {
                int best = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                if (j < i + limit) best = Math.Min(best, last[j] + 1);
                best = Math.Min(best, row[j - 1] + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = (byte)Math.Min(best, far);
                least = Math.Min(least, row[j]);
            }
            if (least >= far) return far;
            Span<byte> spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }

    // The letters of a form; 0 when they are not filed.
    private int Read(int form, Span<char> text)
    {
        int length = 0;
        if (forms.Kind(form).HasFlag(FormKind.Initials)) return 0;
        foreach (int number in forms.Words(form))
        {
            string raw = vocabulary.Word(number).Raw;
            if (length + raw.Length > Longest || Han.Is(raw[0])) return 0;
            raw.CopyTo(text[length..]);
            length += raw.Length;
        }
        return length < Shortest ? 0 : length;
    }

    private static void Hash(ReadOnlySpan<char> text, Span<uint> hashes)
    {
        hashes[0] = 0;
        for (int i = 0; i < text.Length; i++) hashes[i + 1] = unchecked(hashes[i] * Radix + text[i]);
    }

    private int Bucket(ReadOnlySpan<uint> hashes, int from, int to, int length, int part) => unchecked(
        (int)(((hashes[to] - hashes[from] * Powers[to - from] + (uint)(length * 4 + part) * 2246822519u) * 2654435769u) >> shift));

    private static uint[] PowersOfRadix()
    {
        uint[] powers = new uint[Longest + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++) powers[i] = unchecked(powers[i - 1] * Radix);
        return powers;
    }
}
