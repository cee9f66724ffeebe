using System.Text;
using Rubicon.Reports;

namespace Rubicon.Cli;

/// <summary>Lines of at most 80 columns; a word that is longer stands whole on a line of its own.</summary>
internal static class TextWrap
{
    public const int Width = 80;

    /// <summary>Adds the words, indented; following lines are indented by two more.</summary>
    public static void Add(StringBuilder text, string indent, string words)
    {
        int used = 0;
        text.Append(indent);
        foreach (string word in PlainText.OneLine(words).Split(' '))
        {
            if (used > 0 && indent.Length + used + 1 + word.Length > Width)
            {
                text.Append('\n').Append(indent).Append("  ");
                used = 2;
            }
            else if (used > 0)
            {
                text.Append(' ');
                used++;
            }
            text.Append(word);
            used += word.Length;
        }
        text.Append('\n');
    }
}
