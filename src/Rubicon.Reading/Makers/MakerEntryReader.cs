using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Yaml;
using Rubicon.Subjects;

namespace Rubicon.Reading.Makers;

/// <summary>Reads one maker file: the maker and, under <c>units</c>, the parties that stand in its file.</summary>
internal sealed class MakerEntryReader(MakerSources sources, MakerReferences references, ICollection<Problem> problems)
{
    private readonly PartyReader _parties = new(sources, references, problems);

    /// <summary>Adds the entries of a file.</summary>
    public void Read(YamlNode root, ICollection<MakerEntry> entries)
    {
        var keys = new MakerKeys(root, problems, "maker", "name", "country", "caution", "names", "words", "platforms",
            "relations", "enterprise-numbers", "mac-registrants", "fcc-grantees", "usb-vendors", "pci-vendors", "pon-vendors", "type-allocations", "oid-trees", "banners", "families", "units");
        if (keys.Required("maker") is not { } id) return;
        if (Entry(keys, id, id.Text) is { } maker) entries.Add(maker);
        foreach (var unit in keys.List("units"))
        {
            var unitKeys = new MakerKeys(unit, problems, "unit", "name", "country", "does", "names", "words", "relations",
                "enterprise-numbers", "mac-registrants", "fcc-grantees");
            if (unitKeys.Required("unit") is { } unitId && Entry(unitKeys, unitId, id.Text) is { } read) entries.Add(read);
        }
    }

    private MakerEntry? Entry(MakerKeys keys, YamlNode id, string file)
    {
        if (!references.Define(id, problems)) return null;
        var numbers = Numbers(keys);
        var grantees = Grantees(keys);
        return new MakerEntry
        {
            Party = _parties.Read(keys, id.Text, numbers, grantees),
            File = file,
            Does = keys.Text("does"),
            Caution = keys.Node.Find("caution") is { } caution ? Sourced(caution, "text", "goods") : null,
            CautionGoods = [.. keys.Node.Find("caution")?.Find("goods")?.Items.Select(i => i.Text) ?? []],
            Words = Group(keys, "words", "list"),
            Platforms = Group(keys, "platforms", "list"),
            EnterpriseNumbers = numbers,
            OidTrees = Trees(keys),
            MacRegistrants = Group(keys, "mac-registrants", "names"),
            FccGrantees = grantees,
            UsbVendors = [.. keys.List("usb-vendors").Select(n => Sourced(n, "id")).OfType<SourcedText>()],
            PciVendors = [.. keys.List("pci-vendors").Select(n => Sourced(n, "id")).OfType<SourcedText>()],
            PonVendors = [.. keys.List("pon-vendors").Select(n => Sourced(n, "id")).OfType<SourcedText>()],
            TypeAllocations = [.. keys.List("type-allocations").Select(n => Sourced(n, "code")).OfType<SourcedText>()],
            Banners = Banners(keys),
            Families = Families(keys, id.Text),
        };
    }

    private SourcedText? Sourced(YamlNode node, string key, params string[] more)
    {
        var keys = new MakerKeys(node, problems, [key, "source", .. more]);
        var source = sources.Read(keys, problems);
        return keys.Required(key) is { } text ? new SourcedText(text.Text, source) : null;
    }

    private ImmutableArray<SourcedText> Group(MakerKeys keys, string key, string list)
    {
        if (keys.Node.Find(key) is not { } node) return [];
        var group = new MakerKeys(node, problems, "source", list);
        var source = sources.Read(group, problems);
        return [.. group.Texts(list).Select(t => new SourcedText(t, source))];
    }

    private ImmutableArray<EnterpriseNumber> Numbers(MakerKeys keys)
    {
        var numbers = ImmutableArray.CreateBuilder<EnterpriseNumber>();
        foreach (var node in keys.List("enterprise-numbers"))
        {
            var row = new MakerKeys(node, problems, "number", "registrant", "source");
            var source = sources.Read(row, problems);
            if (row.Required("number") is not { } number || row.Required("registrant") is not { } registrant) continue;
            if (uint.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out uint value))
                numbers.Add(new EnterpriseNumber(value, registrant.Text, source));
            else
                row.Bad(number, "a whole number");
        }
        return numbers.DrainToImmutable();
    }

    private ImmutableArray<GranteeCode> Grantees(MakerKeys keys)
    {
        var codes = ImmutableArray.CreateBuilder<GranteeCode>();
        foreach (var node in keys.List("fcc-grantees"))
        {
            var row = new MakerKeys(node, problems, "code", "holder", "source");
            var source = sources.Read(row, problems);
            if (row.Required("code") is not { } code || row.Required("holder") is not { } holder) continue;
            if (code.Text.Length is 3 or 5)
                codes.Add(new GranteeCode(code.Text, holder.Text, source));
            else
                row.Bad(code, "three or five characters");
        }
        return codes.DrainToImmutable();
    }

    private ImmutableArray<OidTree> Trees(MakerKeys keys)
    {
        var trees = ImmutableArray.CreateBuilder<OidTree>();
        foreach (var node in keys.List("oid-trees"))
        {
            var row = new MakerKeys(node, problems, "tree", "what", "category", "borrowed", "made-by", "source");
            var source = sources.Read(row, problems);
            if (row.Required("tree") is { } tree)
                trees.Add(new OidTree(tree.Text, row.Text("what"), Category(row.Optional("category")), row.Flag("borrowed"), row.Text("made-by"), source));
        }
        return trees.DrainToImmutable();
    }

    private ImmutableArray<BannerText> Banners(MakerKeys keys)
    {
        var banners = ImmutableArray.CreateBuilder<BannerText>();
        foreach (var node in keys.List("banners"))
        {
            var row = new MakerKeys(node, problems, "text", "where", "source");
            var source = sources.Read(row, problems);
            if (row.Required("text") is { } text && row.Required("where") is { } where)
                banners.Add(new BannerText(text.Text, where.Text, source));
        }
        return banners.DrainToImmutable();
    }

    private ImmutableArray<ModelFamily> Families(MakerKeys keys, string maker)
    {
        var families = ImmutableArray.CreateBuilder<ModelFamily>();
        foreach (var node in keys.List("families"))
        {
            var row = new MakerKeys(node, problems, "name", "category", "pattern", "starts", "examples", "weak", "party", "note", "source");
            var source = sources.Read(row, problems);
            if (row.Optional("party") is { } party) references.Use(party);
            if (row.Required("name") is { } name && row.Required("pattern") is { } pattern && Category(row.Required("category")) is { } category)
                families.Add(new ModelFamily(row.Text("party") ?? maker, name.Text, category, pattern.Text, row.Texts("starts"),
                    row.Texts("examples"), row.Flag("weak"), row.Text("note"), source));
        }
        return families.DrainToImmutable();
    }

    private string? Category(YamlNode? node)
    {
        if (node is null || Vocabularies.Category.Contains(node.Text)) return node?.Text;
        problems.Add(new Problem(ProblemCatalog.MakerUnknownCategory, node.Where, node.Shown));
        return null;
    }
}
