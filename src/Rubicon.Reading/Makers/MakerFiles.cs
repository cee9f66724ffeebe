using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Makers;

/// <summary>What a folder of maker files gave.</summary>
/// <param name="Knowledge">What could be read; empty when nothing could.</param>
/// <param name="Problems">What could not, with file, line and column. An error means that the knowledge has a hole and no answer may rest on it.</param>
public sealed record MakerReading(MakerKnowledge Knowledge, ImmutableArray<Problem> Problems);

/// <summary>
/// Reads the folder <c>makers</c>: a file a maker, <c>sources.yaml</c>, <c>relabel.yaml</c> and <c>traps.yaml</c>. The
/// grammar is published in <c>schema/maker.schema.json</c>.
/// </summary>
public static class MakerFiles
{
    private const string Sources = "sources.yaml", Relabels = "relabel.yaml", TrapList = "traps.yaml";

    /// <summary>
    /// Reads all files of a folder, in ordinal order of their names. Model patterns are not compiled here (that would cost
    /// every start of the program); <see cref="Check"/> does, for tests and <c>law lint</c>.
    /// </summary>
    /// <param name="folder">The folder, as problems shall name it.</param>
    public static MakerReading Load(string folder)
    {
        var problems = new List<Problem>();
        if (!Directory.Exists(folder) || !File.Exists(Path.Combine(folder, Sources)))
        {
            problems.Add(new Problem(ProblemCatalog.MakersMissing, new SourceLocation(folder), "no " + Sources));
            return new MakerReading(MakerKnowledge.Empty, [.. problems]);
        }
        string[] files = [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];
        return Load(files.Select(f => (f, (Func<TextReader>)(() => new StreamReader(f)))), problems);
    }

    /// <summary>Reads files that are given by name and content; the names end like those of the folder.</summary>
    public static MakerReading Load(IEnumerable<(string Name, Func<TextReader> Open)> files) => Load(files, []);

    /// <summary>Compiles every model pattern and tries its examples: RUB2104 and RUB2109.</summary>
    public static ImmutableArray<Problem> Check(MakerKnowledge knowledge)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var family in knowledge.Entries.SelectMany(e => e.Families))
        {
            var where = new SourceLocation($"makers/{knowledge.Find(family.MakerKey)?.File ?? family.MakerKey}.yaml", Pointer: $"families: {family.Name}");
            try
            {
                foreach (string example in family.Examples)
                    if (!family.Accepts(example))
                        problems.Add(new Problem(ProblemCatalog.MakerExampleNotMatched, where, Quote.Text(example), family.Pattern));
            }
            catch (ArgumentException error)
            {
                problems.Add(new Problem(ProblemCatalog.MakerBadPattern, where, Quote.Text(error.Message)));
            }
        }
        return problems.DrainToImmutable();
    }

    private static MakerReading Load(IEnumerable<(string Name, Func<TextReader> Open)> files, List<Problem> problems)
    {
        var nodes = new List<(string Name, YamlNode Root)>();
        foreach (var (name, open) in files)
        {
            using var text = open();
            if (YamlReader.Read(name, text, problems) is { } root) nodes.Add((Path.GetFileName(name), root));
        }
        var sources = new MakerSources();
        foreach (var (name, root) in nodes)
            if (name == Sources) sources.Add(root, problems);
        var references = new MakerReferences();
        var entryReader = new MakerEntryReader(sources, references, problems);
        var relabelReader = new RelabelReader(sources, references, problems);
        var entries = ImmutableArray.CreateBuilder<MakerEntry>();
        var relabels = ImmutableArray.CreateBuilder<Relabel>();
        var traps = ImmutableArray.CreateBuilder<Trap>();
        foreach (var (name, root) in nodes)
        {
            if (name == Relabels) relabelReader.Read(root, relabels);
            else if (name == TrapList) relabelReader.Read(root, traps);
            else if (name != Sources) entryReader.Read(root, entries);
        }
        references.Check(problems);
        var knowledge = new MakerKnowledge(entries.DrainToImmutable(), relabels.DrainToImmutable(), traps.DrainToImmutable());
        return new MakerReading(knowledge, [.. problems]);
    }
}
