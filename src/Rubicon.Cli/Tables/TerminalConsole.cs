using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>Makes the console that tables are written to. It is told everything; it looks at no environment by itself.</summary>
public static class TerminalConsole
{
    /// <summary>Width of tables that do not go to a terminal.</summary>
    public const int PlainWidth = 80;

    /// <param name="output">Where to write; LF is used whatever the platform.</param>
    /// <param name="terminal">True when the output is a terminal; else there are no colors and the width is <see cref="PlainWidth"/>.</param>
    /// <param name="unicode">True when the output is UTF-8; else lines and signs are drawn in ASCII.</param>
    /// <param name="color">False when NO_COLOR is set to anything but the empty text.</param>
    /// <param name="width">Columns of the terminal, or 0 when not known.</param>
    public static IAnsiConsole Create(TextWriter output, bool terminal, bool unicode, bool color, int width = 0)
    {
        bool colored = terminal && color;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colored ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colored ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new LineEndTrimmer(output)),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = terminal && width > 0 ? Math.Max(60, width) : PlainWidth;
        console.Profile.Capabilities.Unicode = unicode;
        console.Profile.Capabilities.Links = false;
        return console;
    }
}
