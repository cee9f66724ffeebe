using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tests.Makers;
using Xunit;

namespace Rubicon.Reading.Tests.Packs;

/// <summary>Real pack files, damaged: reading them reports problems and never throws.</summary>
public sealed class PackFuzzTests
{
    private static readonly string[] Bits =
        ["{", "}", "[", "]", ":", ": ", "- ", "\n", "  ", "\"", "'", "|", ">-", "#", "&a ", "*a", "!!int ", "null", "~", "yes", "-1", "99999999999999999999", "2019-02-31", "0000-00-00", "é", "\0", "\uFEFF", "all", "any", "not", "covered", "when", "versions", "entries", "---\n"];

    [Theory]
    [InlineData("rules", 20181)]
    [InlineData("designations", 20191)]
    [InlineData("pack", 20201)]
    public void A_damaged_file_is_reported_and_never_thrown_over(string kind, int seed)
    {
        var random = new Random(seed);
        var originals = Originals(kind);
        for (int round = 0; round < 120; round++)
        {
            using var packs = new PackFolderOnDisk();
            string original = originals[random.Next(originals.Count)];
            string damaged = Damage(original, random);
            packs.Write(kind switch { "rules" => "rules/bar.yaml", "designations" => "designations/firms.yaml", _ => "pack.yaml" }, damaged);
            var set = packs.Load();
            // Law of a damaged file may be sound by luck; without law there is always a reason.
            Assert.True(set.Law is not null || set.Problems.Any(p => p.Kind.Severity == Severity.Error));
            Assert.All(set.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.ToString())));
        }
    }

    /// <summary>Half of the rounds damage the small sound pack, in which a change is more likely to reach the grammar.</summary>
    private static List<string> Originals(string kind)
    {
        var files = Directory.GetFiles(RepositoryFolders.Of("packs"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => kind == "pack" ? Path.GetFileName(f) == "pack.yaml" : Path.GetFileName(Path.GetDirectoryName(f)) == kind)
            .Select(File.ReadAllText).Where(t => t.Length < 20_000).Take(40).ToList();
        string small = kind switch { "rules" => PackFolderOnDisk.Rule, "designations" => PackFolderOnDisk.List, _ => PackFolderOnDisk.Pack };
        return [.. files, .. Enumerable.Repeat(small, files.Count)];
    }

    internal static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (int n = 1 + random.Next(4); n > 0; n--)
        {
            int at = random.Next(damaged.Length);
            switch (random.Next(5))
            {
                case 0:
                    damaged.Remove(at, Math.Min(1 + random.Next(12), damaged.Length - at));
                    break;
                case 1:
                    damaged.Insert(at, Bits[random.Next(Bits.Length)]);
                    break;
                case 2:
                    damaged[at] = (char)random.Next(32, 127);
                    break;
                case 3:
                    // Another value for a key, of another shape.
                    int colon = text.IndexOf(": ", Math.Min(at, text.Length - 1), StringComparison.Ordinal);
                    if (colon > 0 && colon + 2 < damaged.Length) damaged.Insert(colon + 2, Bits[random.Next(Bits.Length)]);
                    break;
                default:
                    string[] lines = damaged.ToString().Split('\n');
                    int line = random.Next(lines.Length);
                    damaged.Clear().AppendJoin('\n', random.Next(2) == 0 ? [.. lines[..line], .. lines[(line + 1)..]] : [.. lines[..line], lines[line], .. lines[line..]]);
                    break;
            }
            if (damaged.Length == 0) damaged.Append(' ');
        }
        return damaged.ToString();
    }
}
