using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Rubicon.Server.Pages;

/// <summary>Markup. What is put into it with braces is escaped, always; the rest are constants of this program.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup; every value in braces is escaped for text and for attributes in double quotes.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Escaping markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Adds markup that another <see cref="Html"/> made.</summary>
    public Html Add(Html inner)
    {
        _text.Append(inner._text);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Puts constants in as they are, and values escaped.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Escaping
    {
        private readonly StringBuilder _text;

        public Escaping(int literalLength, int formattedCount, Html html)
        {
            _text = html._text;
            _text.EnsureCapacity(_text.Length + literalLength + (formattedCount * 16));
        }

        public void AppendLiteral(string constant) => _text.Append(constant);

        public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(Visible(value ?? "")));

        public void AppendFormatted(long value) => _text.Append(value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));

        /// <summary>Control characters would vanish or reorder the text around them; they are shown as a mark.</summary>
        private static string Visible(string text)
        {
            if (!text.Any(Hidden)) return text;
            return string.Concat(text.Select(c => Hidden(c) ? '\uFFFD' : c));
        }

        private static bool Hidden(char c) => (char.IsControl(c) && c is not '\n') || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';
    }
}
