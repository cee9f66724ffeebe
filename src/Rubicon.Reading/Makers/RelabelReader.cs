using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Makers;

/// <summary>Reads <c>relabel.yaml</c> and <c>traps.yaml</c>.</summary>
internal sealed class RelabelReader(MakerSources sources, MakerReferences references, ICollection<Problem> problems)
{
    /// <summary>Adds the relabeling statements of the file.</summary>
    public void Read(YamlNode root, ICollection<Relabel> relabels)
    {
        var file = new MakerKeys(root, problems, "relabels");
        foreach (var node in file.List("relabels"))
        {
            var row = new MakerKeys(node, problems, "brands", "maker", "maker-text", "what", "kind", "models", "from", "to", "note", "source");
            var source = sources.Read(row, problems);
            if (row.Optional("maker") is { } maker) references.Use(maker);
            RelabelKind? kind = row.Text("kind") switch
            {
                null => RelabelKind.Whole,
                "chip" => RelabelKind.Chip,
                "module" => RelabelKind.Module,
                "software" => RelabelKind.Software,
                "ownership" => RelabelKind.Ownership,
                _ => null,
            };
            var brands = row.Texts("brands");
            string? text = row.Text("maker-text") ?? row.Text("maker");
            if (kind is null) row.Bad(row.Optional("kind")!, "chip, module, software or ownership");
            else if (brands.IsEmpty) row.Bad(node, "at least one brand");
            else if (text is null) row.Bad(node, "maker or maker-text");
            else if (row.Required("what") is { } what)
                relabels.Add(new Relabel(brands, row.Text("maker"), text, what.Text, kind.Value, row.Texts("models"),
                    row.Text("from"), row.Text("to"), row.Text("note"), source));
        }
    }

    /// <summary>Adds the traps of the file.</summary>
    public void Read(YamlNode root, ICollection<Trap> traps)
    {
        var file = new MakerKeys(root, problems, "look-alikes", "contract-makers", "meaningless-trees");
        Read(file, "look-alikes", TrapKind.LookAlike, traps);
        Read(file, "contract-makers", TrapKind.ContractMaker, traps);
        Read(file, "meaningless-trees", TrapKind.MeaninglessTree, traps);
    }

    private void Read(MakerKeys file, string key, TrapKind kind, ICollection<Trap> traps)
    {
        foreach (var node in file.List(key))
        {
            var row = new MakerKeys(node, problems, "text", "not", "really", "source");
            var source = sources.Read(row, problems);
            if (row.Optional("not") is { } maker) references.Use(maker);
            if (row.Required("text") is { } text && row.Required("really") is { } really)
                traps.Add(new Trap(kind, text.Text, row.Text("not"), really.Text, source));
        }
    }
}
