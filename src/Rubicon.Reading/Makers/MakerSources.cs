using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Makers;

/// <summary>The sources of <c>sources.yaml</c>, and the reading of a statement's <c>source: HYT1 V</c>.</summary>
internal sealed class MakerSources
{
    private readonly Dictionary<string, (string Title, string? Published)> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatementSource> _read = new(StringComparer.Ordinal);

    /// <summary>Stands for a source that could not be read, so that the rest of a statement can still be checked.</summary>
    public static StatementSource Unknown { get; } = new("source not known", null, Confidence.Unsure);

    /// <summary>Adds the sources of the file.</summary>
    public void Add(YamlNode root, ICollection<Problem> problems)
    {
        foreach (var entry in root.Entries)
        {
            var keys = new MakerKeys(entry.Value, problems, "title", "published", "kind");
            if (keys.Required("title") is { } title)
                _sources[entry.Key.Text] = (title.Text, keys.Text("published"));
        }
    }

    /// <summary>The source of a statement.</summary>
    public StatementSource Read(MakerKeys keys, ICollection<Problem> problems) =>
        keys.Required("source") is { } node ? Read(node, problems) : Unknown;

    /// <summary>The source that a scalar names.</summary>
    public StatementSource Read(YamlNode node, ICollection<Problem> problems)
    {
        if (_read.TryGetValue(node.Text, out var known)) return known;
        int space = node.Text.IndexOf(' ', StringComparison.Ordinal);
        Confidence? confidence = space < 0 ? null : node.Text[(space + 1)..] switch
        {
            "V" => Confidence.Verified,
            "K" => Confidence.Known,
            "U" => Confidence.Unsure,
            _ => null,
        };
        if (confidence is not { } sure || !_sources.TryGetValue(node.Text[..space], out var source))
        {
            problems.Add(new Problem(ProblemCatalog.MakerUnknownSource, node.Where, node.Shown));
            return Unknown;
        }
        return _read[node.Text] = new StatementSource(source.Title, source.Published, sure);
    }
}
