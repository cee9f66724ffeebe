using System.Text;

namespace Rubicon.Cli.Tables;

/// <summary>
/// Passes text on with LF line ends and without the blanks with which the table library fills every line: they would wrap in
/// narrow windows and make each line of a saved table differ from what is seen. Escape sequences pass as they are.
/// </summary>
internal sealed class LineEndTrimmer(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == '\r') return;
        if (value == ' ')
        {
            _blanks++;
            return;
        }
        if (value != '\n')
            for (; _blanks > 0; _blanks--) inner.Write(' ');
        _blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
