using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Makers;

/// <summary>Ids that the files define and ids that they use, checked against each other after the last file.</summary>
internal sealed class MakerReferences
{
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly List<YamlNode> _used = [];

    /// <summary>Notes an id; false, with RUB2107, when it stands already.</summary>
    public bool Define(YamlNode id, ICollection<Problem> problems)
    {
        if (_defined.Add(id.Text)) return true;
        problems.Add(new Problem(ProblemCatalog.MakerDoubledId, id.Where, id.Shown + " again"));
        return false;
    }

    /// <summary>Notes that an id is used.</summary>
    public void Use(YamlNode id) => _used.Add(id);

    /// <summary>Reports each use of an id that nobody defines (RUB2106).</summary>
    public void Check(ICollection<Problem> problems)
    {
        foreach (var id in _used)
            if (!_defined.Contains(id.Text))
                problems.Add(new Problem(ProblemCatalog.MakerUnknownReference, id.Where, id.Shown));
    }
}
