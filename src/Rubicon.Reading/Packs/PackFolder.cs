using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Packs;

/// <summary>The files of one pack as nodes, with the digest of their bytes.</summary>
internal sealed class PackFolder
{
    private PackFolder(string id, string shown) => (Id, Shown) = (id, shown);

    public string Id { get; }

    /// <summary>The folder as problems name it: the last two parts of the path, whatever machine it lies on.</summary>
    public string Shown { get; }

    public YamlNode? Root { get; private set; }

    public List<(string Name, YamlNode Node)> Rules { get; } = [];

    public List<(string Name, YamlNode Node)> Designations { get; } = [];

    public List<(string Name, YamlNode Node)> Procedures { get; } = [];

    public ImmutableArray<CaseFilePath> Cases { get; private set; } = [];

    public string Digest { get; private set; } = "";

    public static PackFolder Open(string path, ICollection<Problem> problems)
    {
        string id = Path.GetFileName(path);
        string shown = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{id}";
        var pack = new PackFolder(id, shown);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        pack.Root = Read(Path.Combine(path, "pack.yaml"), $"{shown}/pack.yaml", digest, problems);
        foreach (string file in Yaml(path, "rules"))
            if (Read(file, $"{shown}/rules/{Path.GetFileName(file)}", digest, problems) is { } node) pack.Rules.Add((Path.GetFileNameWithoutExtension(file), node));
        foreach (string file in Yaml(path, "designations"))
            if (Read(file, $"{shown}/designations/{Path.GetFileName(file)}", digest, problems) is { } node) pack.Designations.Add((Path.GetFileNameWithoutExtension(file), node));
        foreach (string file in Yaml(path, "procedures"))
            if (Read(file, $"{shown}/procedures/{Path.GetFileName(file)}", digest, problems) is { } node) pack.Procedures.Add((Path.GetFileNameWithoutExtension(file), node));
        pack.Cases = [.. Yaml(path, "cases").Select(f => new CaseFilePath(f, $"{shown}/cases/{Path.GetFileName(f)}", id))];
        pack.Digest = Convert.ToHexStringLower(digest.GetHashAndReset());
        return pack;
    }

    /// <summary>One file that holds a pack of its own, as a draft does.</summary>
    public static PackFolder Of(string id, string shown, YamlNode root, byte[] bytes) =>
        new(id, shown) { Root = root, Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)) };

    private static IEnumerable<string> Yaml(string path, string folder)
    {
        string inside = Path.Combine(path, folder);
        return Directory.Exists(inside) ? Directory.GetFiles(inside, "*.yaml").Order(StringComparer.Ordinal) : [];
    }

    private static YamlNode? Read(string path, string shown, IncrementalHash digest, ICollection<Problem> problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(shown), "no such file"));
            return null;
        }
        byte[] bytes = File.ReadAllBytes(path);
        // The name goes in too: moving a rule to another file changes the law's ids.
        digest.AppendData(Encoding.UTF8.GetBytes(shown));
        digest.AppendData(bytes);
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return YamlReader.Read(shown, reader, problems);
    }
}
