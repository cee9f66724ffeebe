using System.Collections.Immutable;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Reads a draft of law from one file (grammar: <c>docs/design/drafts.md</c>).</summary>
internal sealed class DraftFile
{
    private static readonly string[] Keys =
        ["draft", "title", "country", "status", "became", "about", "begins", "reports", "facts", "terms", "papers", "lists", "provisions"];

    private static readonly Dictionary<string, LegalStatus> Statuses = GrammarWords.Statuses
        .Where(s => s.Value is LegalStatus.Reported or LegalStatus.Proposed or LegalStatus.Adopted).ToDictionary(StringComparer.Ordinal);

    /// <summary>The first day of a draft as it is run; no record is older.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    private static readonly DateOnly Latest = new(2999, 12, 31);

    private readonly YamlNode _root;

    private DraftFile(PackFolder folder, YamlNode root) => (Folder, _root) = (folder, root);

    /// <summary>The file as the folder of a pack, for the facts that it declares.</summary>
    public PackFolder Folder { get; }

    /// <summary>The draft, once <see cref="Read"/> has run.</summary>
    public Draft? Draft { get; private set; }

    /// <summary>Null when the file holds no draft at all; then a problem says why.</summary>
    public static DraftFile? Open(string path, ICollection<Problem> problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
            return null;
        }
        using var copy = new MemoryStream();
        using (var stream = File.OpenRead(path))
        {
            // One byte over the bound of the YAML reader is enough for it to refuse the file.
            var buffer = new byte[64 * 1024];
            for (int read; copy.Length <= 4L * YamlReader.LongestText && (read = stream.Read(buffer)) > 0;) copy.Write(buffer, 0, read);
        }
        byte[] bytes = copy.ToArray();
        if (YamlReader.Read(path, new StreamReader(new MemoryStream(bytes), Encoding.UTF8), problems) is not { } root) return null;
        if (root.Find("draft") is not { Kind: YamlKind.Scalar, IsNull: false } id)
        {
            problems.Add(new Problem(ProblemCatalog.DraftNotADraft, root.Where, root.Kind == YamlKind.Mapping ? "a mapping without `draft`" : root.Shown));
            return null;
        }
        return new DraftFile(PackFolder.Of(id.Text.Trim(), path, root, bytes), root);
    }

    /// <summary>Reports an id that a pack has.</summary>
    public void CheckId(IEnumerable<string> packs, ICollection<Problem> problems)
    {
        var id = _root.Find("draft")!;
        if (packs.Contains(Folder.Id, StringComparer.Ordinal)) problems.Add(new Problem(ProblemCatalog.DraftIdTaken, id.Where, id.Shown));
        else if (Folder.Id.Contains('/', StringComparison.Ordinal)) problems.Add(new Problem(ProblemCatalog.PackBadValue, id.Where, id.Shown, "an id without a slash"));
    }

    /// <summary>Adds the draft's pack, provisions and lists, and makes <see cref="Draft"/>.</summary>
    public void Read(FactCatalog catalog, List<Pack> packs, List<Provision> provisions, List<DesignationList> lists, ICollection<Problem> problems)
    {
        var read = new NodeReader(problems);
        var grammar = new ProvisionGrammar(read, catalog, Folder.Id);
        read.OnlyKeys(_root, Keys);
        string title = read.Text(_root, "title"), country = read.Text(_root, "country");
        var status = _root.Find("status") is { } s ? read.Word(s, Statuses, LegalStatus.Proposed) : LegalStatus.Proposed;
        if (_root.Find("status") is null) read.Missing(_root, "status");
        if (NodeReader.Items(_root, "reports").IsEmpty) read.Missing(_root, "reports");
        if (NodeReader.Items(_root, "provisions").IsEmpty) read.Missing(_root, "provisions");
        var reports = NodeReader.Items(_root, "reports").Where(read.IsMapping).Select(r => Report(r, read)).OrderBy(r => r.Known).ThenBy(r => r.Id, StringComparer.Ordinal).ToImmutableArray();
        foreach (var doubled in NodeReader.Items(_root, "reports").GroupBy(r => r.Find("id")?.Text, StringComparer.Ordinal).Where(g => g.Key is not null && g.Count() > 1))
            problems.Add(new Problem(ProblemCatalog.PackDoubledId, doubled.Last().Where, Quote.Text(doubled.Key!)));
        string instrument = $"{Folder.Id}/draft";
        var readings = ImmutableArray.CreateBuilder<DraftReading>();
        foreach (var node in NodeReader.Items(_root, "provisions").Where(read.IsMapping))
        {
            var follows = Follows(node, reports, read);
            var provision = grammar.DraftProvision(node, instrument, title, EffectiveOf(follows), "id", "title", "follows", "disagrees-with");
            if (!provision.Id.StartsWith(Folder.Id + "/", StringComparison.Ordinal)) read.Bad(node.Find("id") ?? node, $"an id that begins with \"{Folder.Id}/\"");
            else if (provisions.Any(p => p.Id == provision.Id)) problems.Add(new Problem(ProblemCatalog.PackDoubledId, node.Where, Quote.Text(provision.Id)));
            provisions.Add(provision);
            readings.Add(new DraftReading(provision.Id, provision.Title, [.. follows.Select(r => r.Id)], read.Texts(node, "disagrees-with")));
        }
        Disagreements(readings, problems);
        foreach (var node in NodeReader.Items(_root, "lists").Where(read.IsMapping))
            if (grammar.List(node, node.Find("list")?.Text ?? "") is { } list) lists.Add(list);
        var first = reports.IsEmpty ? default : reports[0].Known;
        packs.Add(new Pack(Folder.Id, title, country, Latest,
            [new Instrument(instrument, title, title, [new InstrumentStatus(status, first, first, "the reports of the draft")], [])],
            [.. PackGrammar.Facts(Folder, new NodeReader([])).Select(f => catalog.Find(f.Fact.Name)).OfType<Fact>()],
            PackGrammar.Terms(_root, read), PackGrammar.Presumptions(_root, catalog, read), [], Folder.Digest, _root.Where));
        Draft = new Draft(Folder.Id, title, status, read.OptionalText(_root, "became"), read.OptionalDate(_root, "begins"), reports, readings.ToImmutable(), Folder.Digest, new SourceLocation(Folder.Shown));
    }

    private static DraftReport Report(YamlNode node, NodeReader read)
    {
        read.OnlyKeys(node, "id", "by", "published", "says", "read", "confidence");
        string published = read.Text(node, "published");
        var confidence = node.Find("confidence") is { } c ? read.Word(c, GrammarWords.Confidences, Confidence.Known) : Confidence.Known;
        DateOnly known = default;
        if (NodeReader.TryDate(published, out var day) && day >= Earliest && day <= Latest) known = day;
        else if (NodeReader.TryDate(published + "-01", out var month) && month >= Earliest && month <= Latest) known = month.AddMonths(1).AddDays(-1);
        else if (node.Find("published") is { } text) read.Bad(text, "a day as YYYY-MM-DD, or YYYY-MM where only the month is known");
        return new DraftReport(read.Text(node, "id"), read.Text(node, "by"), published, known, read.Text(node, "says"), read.OptionalText(node, "read"), confidence);
    }

    private static List<DraftReport> Follows(YamlNode node, ImmutableArray<DraftReport> reports, NodeReader read)
    {
        var named = NodeReader.Items(node, "follows");
        if (named.IsEmpty) read.Problems.Add(new Problem(ProblemCatalog.DraftWithoutReport, node.Where, "no `follows`"));
        var found = new List<DraftReport>();
        foreach (var item in named)
            if (reports.FirstOrDefault(r => r.Id == item.Text) is { } report) found.Add(report);
            else read.Problems.Add(new Problem(ProblemCatalog.DraftWithoutReport, item.Where, item.Shown, $"one of {string.Join(", ", reports.Select(r => r.Id))}"));
        return found;
    }

    /// <summary>Run as if it had always held; known from the first of its reports on.</summary>
    private static Effective EffectiveOf(List<DraftReport> follows) => new(follows.Select(r => r.Known).DefaultIfEmpty(Earliest).Min(), Earliest, null, []);

    private void Disagreements(ImmutableArray<DraftReading>.Builder readings, ICollection<Problem> problems)
    {
        foreach (var (reading, node) in readings.Zip(NodeReader.Items(_root, "provisions").Where(n => n.Kind == YamlKind.Mapping)))
            foreach (string other in reading.DisagreesWith)
                if (readings.All(r => r.Provision != other))
                    problems.Add(new Problem(ProblemCatalog.PackUnknownReference, (node.Find("disagrees-with") ?? node).Where, Quote.Text(other), "the id of a provision of this draft"));
    }
}
