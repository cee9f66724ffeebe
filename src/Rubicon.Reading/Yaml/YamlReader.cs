using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rubicon.Reading.Yaml;

/// <summary>
/// Reads one YAML document into <see cref="YamlNode"/>s by the event parser. The ordinary deserializer is not used: it
/// lets the last of two equal keys win in silence, and a doubled key in a rule would change the law.
/// </summary>
public static class YamlReader
{
    /// <summary>Deepest nesting read.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Longest file read, in UTF-16 units. The largest file of packs and makers is far below.</summary>
    public const int LongestText = 4 * 1024 * 1024;

    /// <summary>
    /// Reads a document. Null means that it could not be read and at least one problem was added
    /// (<see cref="ProblemCatalog.YamlSyntax"/>, <see cref="ProblemCatalog.FileTooLarge"/>,
    /// <see cref="ProblemCatalog.EmptyFile"/>). A doubled key adds <see cref="ProblemCatalog.YamlDoubledKey"/> and the
    /// first of the two is kept, so that the rest of the file can still be checked. Anchors, aliases, tags, a second
    /// document and keys that are not scalars are refused.
    /// </summary>
    /// <param name="fileName">The file as problems shall name it.</param>
    /// <param name="text">The content; read to its end, not disposed.</param>
    /// <param name="problems">Problems are added here.</param>
    public static YamlNode? Read(string fileName, TextReader text, ICollection<Problem> problems)
    {
        if (ReadBounded(text) is not { } content)
        {
            problems.Add(new Problem(ProblemCatalog.FileTooLarge, new SourceLocation(fileName),
                "more than " + LongestText.ToString(CultureInfo.InvariantCulture) + " characters"));
            return null;
        }
        try
        {
            var building = new Building(fileName, new Parser(new StringReader(content)), problems);
            return building.Document();
        }
        catch (YamlException error)
        {
            problems.Add(new Problem(ProblemCatalog.YamlSyntax, At(fileName, error.Start), Quote.Text(error.Message)));
            return null;
        }
        catch (Refused refused)
        {
            problems.Add(refused.Problem);
            return null;
        }
    }

    private static string? ReadBounded(TextReader text)
    {
        var builder = new System.Text.StringBuilder();
        var buffer = new char[16 * 1024];
        for (int read; (read = text.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (builder.Length + read > LongestText) return null;
            builder.Append(buffer, 0, read);
        }
        return builder.ToString();
    }

    private static SourceLocation At(string file, in Mark mark) =>
        new(file, checked((int)mark.Line), checked((int)mark.Column));

    /// <summary>Ends the reading of one document from any depth; never leaves this file.</summary>
    private sealed class Refused(Problem problem) : Exception(problem.ToString())
    {
        public Problem Problem { get; } = problem;
    }

    private sealed class Building(string file, IParser parser, ICollection<Problem> problems)
    {
        public YamlNode? Document()
        {
            Next();
            Next();
            if (parser.Current is StreamEnd)
            {
                problems.Add(new Problem(ProblemCatalog.EmptyFile, new SourceLocation(file), "nothing"));
                return null;
            }
            Next();
            var root = Node(0);
            Next();
            if (parser.Current is not StreamEnd)
                throw Refuse(parser.Current!.Start, "a second document", "one document in a file");
            return root;
        }

        /// <summary>Builds the node at the current event and moves to the event after it.</summary>
        private YamlNode Node(int depth)
        {
            var start = parser.Current!.Start;
            if (depth > DeepestNesting)
                throw Refuse(start, "deeper nesting", "at most " + DeepestNesting.ToString(CultureInfo.InvariantCulture) + " levels");
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false })
                throw Refuse(start, "an anchor", "the value written out");
            if (parser.Current is NodeEvent { Tag.IsEmpty: false })
                throw Refuse(start, "a tag", "a value without a tag");
            return parser.Current switch
            {
                Scalar scalar => Text(scalar),
                SequenceStart => List(start, depth),
                MappingStart => Keys(start, depth),
                AnchorAlias => throw Refuse(start, "an alias", "the value written out"),
                // The parser lets some ill-formed flow mappings through, and their end stands where a value should.
                _ => throw Refuse(start, "no value", "a value"),
            };
        }

        private YamlNode Text(Scalar scalar)
        {
            Next();
            return YamlNode.Scalar(file, (int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value,
                scalar.Style != ScalarStyle.Plain);
        }

        private YamlNode List(in Mark start, int depth)
        {
            Next();
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (parser.Current is not SequenceEnd) items.Add(Node(depth + 1));
            Next();
            return YamlNode.Sequence(file, (int)start.Line, (int)start.Column, items.DrainToImmutable());
        }

        private YamlNode Keys(in Mark start, int depth)
        {
            Next();
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            HashSet<string>? seen = null;
            while (parser.Current is not MappingEnd)
            {
                var key = Node(depth + 1);
                if (key.Kind != YamlKind.Scalar) throw Refuse(start, key.Shown + " as a key", "a word as a key");
                var value = Node(depth + 1);
                // A set pays only for long mappings; most have a handful of keys.
                if (entries.Count == 16) seen = [.. entries.Select(e => e.Key.Text)];
                bool doubled = seen is null ? Holds(entries, key.Text) : !seen.Add(key.Text);
                if (doubled)
                    problems.Add(new Problem(ProblemCatalog.YamlDoubledKey, key.Where, key.Shown + " again"));
                else
                    entries.Add(new YamlEntry(key, value));
            }
            Next();
            return YamlNode.Mapping(file, (int)start.Line, (int)start.Column, entries.DrainToImmutable());
        }

        private static bool Holds(ImmutableArray<YamlEntry>.Builder entries, string key)
        {
            foreach (var entry in entries)
                if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal)) return true;
            return false;
        }

        private void Next()
        {
            if (!Move()) throw new InvalidOperationException("the YAML events end too early");
        }

        // YamlDotNet 16.3.0 answers some ill-formed plain scalars and escapes with exceptions of the framework instead of
        // its own (found by the fuzz test); they mean "not well formed" as much as the others.
        private bool Move()
        {
            try
            {
                return parser.MoveNext();
            }
            catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or OverflowException)
            {
                throw Refuse(parser.Current?.End ?? Mark.Empty, "text that the parser cannot read", "well-formed YAML 1.2");
            }
        }

        private Refused Refuse(in Mark mark, string found, string expected) =>
            new(new Problem(ProblemCatalog.YamlSyntax, At(file, mark), found, expected));
    }
}
