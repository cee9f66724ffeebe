using System.Buffers;
using System.Text;

namespace Rubicon.Reading.Snmp;

/// <summary>How the value of a line is written.</summary>
internal enum WalkValue
{
    Text,
    Hex,
    ObjectId,
    Other,
    /// <summary>The agent has no such object, or ended here.</summary>
    None,
}

/// <summary>One line of a walk.</summary>
/// <param name="Oid">Numeric object identifier without a leading dot, or the name as written when it is not known.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="Value">The value as text; bytes that are no UTF-8 as Latin-1; hexadecimal digits for <see cref="WalkValue.Hex"/>.</param>
/// <param name="IsRecord">The line is <c>oid|type|value</c>.</param>
/// <param name="OpenQuote">A quoted text goes on with the next line.</param>
/// <param name="IsClosed">The text was in quotes, both on this line.</param>
internal readonly record struct WalkLine(string Oid, WalkValue Kind, string Value, bool IsRecord, bool OpenQuote = false, bool IsClosed = false)
{
    private static readonly SearchValues<char> OidCharacters = SearchValues.Create("0123456789.");

    /// <summary>True when the text is a walk: a good part of its first lines are lines of one, the first few among them.</summary>
    public static bool LooksLikeWalk(string text)
    {
        int lines = 0, known = 0, firstKnown = -1;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            if (lines == 0 && IsNoAnswer(line)) return true;
            if (TryParse(line.TrimStart('\uFEFF').ToString(), out _))
            {
                known++;
                if (firstKnown < 0) firstKnown = lines;
            }
            if (++lines == 60) break;
        }
        return firstKnown is >= 0 and < 5 && known * 3 >= lines;
    }

    /// <summary>True for what snmpwalk writes when the agent does not answer.</summary>
    public static bool IsNoAnswer(ReadOnlySpan<char> line) =>
        line.StartsWith("Timeout: No Response", StringComparison.Ordinal) || line.StartsWith("snmpwalk:", StringComparison.Ordinal);

    /// <summary>True for the beginning of an <c>oid|type|value</c> line that was cut off.</summary>
    public static bool IsCut(string line)
    {
        int bar = line.IndexOf('|', StringComparison.Ordinal);
        return IsNumericOid(bar < 0 ? line : line.AsSpan(0, bar));
    }

    /// <summary>Understands a line of either form.</summary>
    public static bool TryParse(string line, out WalkLine parsed)
    {
        parsed = default;
        int bar = line.IndexOf('|', StringComparison.Ordinal);
        if (bar > 2 && IsNumericOid(line.AsSpan(0, bar))) return TryRecord(line, bar, out parsed);
        int equals = line.IndexOf(" = ", StringComparison.Ordinal);
        if (equals < 3 && line.EndsWith(" =", StringComparison.Ordinal)) equals = line.Length - 2;
        return equals >= 3 && TryWalk(line, equals, out parsed);
    }

    private static bool TryRecord(string line, int bar, out WalkLine parsed)
    {
        parsed = default;
        int second = line.IndexOf('|', bar + 1);
        if (second < 0 || second - bar > 6) return false;
        var type = line.AsSpan(bar + 1, second - bar - 1);
        string value = line[(second + 1)..];
        string oid = line[..bar].TrimStart('.');
        var number = type.TrimEnd("xe");
        if (number.ContainsAnyExceptInRange('0', '9')) return false;
        var kind = number switch
        {
            "4" when type.EndsWith("x") => WalkValue.Hex,
            "4" => WalkValue.Text,
            "6" => WalkValue.ObjectId,
            "128" or "129" or "130" => WalkValue.None,
            _ => WalkValue.Other,
        };
        if (kind == WalkValue.Text && type.EndsWith("e")) value = Unescape(value);
        parsed = new(oid, kind, kind == WalkValue.ObjectId ? value.Trim('.') : value, IsRecord: true);
        return true;
    }

    private static bool TryWalk(string line, int equals, out WalkLine parsed)
    {
        parsed = default;
        var name = line.AsSpan(0, equals).Trim();
        bool numeric = IsNumericOid(name);
        if (!numeric && !name.StartsWith("iso.") && !name.Contains("::", StringComparison.Ordinal)) return false;
        if (name.Contains(' ')) return false;
        string oid = numeric ? name.TrimStart('.').ToString() : OidNames.Resolve(name.ToString());
        string rest = equals + 3 <= line.Length ? line[(equals + 3)..] : "";
        if (rest.StartsWith("No ", StringComparison.Ordinal))
        {
            parsed = new(oid, WalkValue.None, "", IsRecord: false);
            return true;
        }
        int colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (rest.EndsWith(':') && colon < 0) colon = rest.Length - 1;
        string type = colon is > 0 and < 20 && !rest.StartsWith('"') ? rest[..colon] : "";
        string value = type.Length == 0 ? rest : rest[Math.Min(rest.Length, colon + 2)..];
        parsed = type switch
        {
            "OID" => new(oid, WalkValue.ObjectId, OidNames.Resolve(value.Trim()), IsRecord: false),
            "Hex-STRING" => new(oid, WalkValue.Hex, value, IsRecord: false),
            "STRING" or "" => Quoted(oid, value),
            _ => new(oid, WalkValue.Other, value.Trim(), IsRecord: false),
        };
        return true;
    }

    private static WalkLine Quoted(string oid, string value)
    {
        if (!value.StartsWith('"')) return new(oid, WalkValue.Text, value, IsRecord: false);
        bool closed = EndsQuote(value.AsSpan(1));
        string inner = closed ? value.TrimEnd()[1..^1] : value[1..];
        return new(oid, WalkValue.Text, inner.Replace("\\\"", "\"", StringComparison.Ordinal), IsRecord: false, OpenQuote: !closed, IsClosed: closed);
    }

    /// <summary>True when the text ends with a quote that is not escaped.</summary>
    public static bool EndsQuote(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.EndsWith("\"") && !trimmed.EndsWith("\\\"");
    }

    private static bool IsNumericOid(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith(".") ? text[1..] : text;
        return digits.Length >= 3 && !digits.ContainsAnyExcept(OidCharacters) && digits.Contains('.')
            && digits[0] is >= '0' and <= '2' && digits[1] == '.' && !digits.Contains("..", StringComparison.Ordinal);
    }

    /// <summary>snmpsim's escaped text: <c>\x07</c>, <c>\n</c>, <c>\\</c>.</summary>
    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            char next = text[++i];
            if (next == 'x' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                plain.Append((char)Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                plain.Append(next switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => next });
            }
        }
        return plain.ToString();
    }
}
