using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;

namespace Rubicon.Reading.Tests.Packs;

/// <summary>A small sound pack in a folder of its own, of which a test changes one file.</summary>
internal sealed class PackFolderOnDisk : IDisposable
{
    public const string Pack = """
        id: tiny
        title: A small pack
        country: US
        maintained-as-of: 2026-11-21
        instruments:
          - { id: tiny/act, title: An act, citation: "1 U.S.C. 1", status: [{ is: in-force, from: 2019-01-01 }] }
        facts:
          - { name: subsidized, type: yes-no, question: "Is it subsidized?", who: finance }
        terms:
          - { id: tiny/essential, words: "essential", citation: "1 U.S.C. 1", question: "Is it essential?" }
        papers:
          - { id: tiny/waiver, title: a waiver }
        """;

    public const string Rule = """
        id: tiny/bar
        title: A bar
        instrument: tiny/act
        citation: "1 U.S.C. 1(a)"
        versions:
          - known: 2019-01-01
            effective: { from: 2019-08-13 }
            binds: { actor: [executive-agency], words: "an agency may not" }
            act: { any: [procure], words: "procure" }
            when:
              all:
                - covered: { list: tiny/firms }
                  words: "covered equipment"
                - open: tiny/essential
                  words: "essential"
            outcome: prohibited
        """;

    public const string List = """
        list: tiny/firms
        title: Firms
        citation: "1 U.S.C. 1(b)"
        read: 2026-11-21
        entries:
          - { id: huawei, party: huawei, printed: ["Huawei"], known: 2019-01-01, effective: { from: 2019-01-01 } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rubicon-packs");

    public PackFolderOnDisk()
    {
        Write("pack.yaml", Pack);
        Write("rules/bar.yaml", Rule);
        Write("designations/firms.yaml", List);
    }

    public void Write(string file, string text)
    {
        string path = Path.Combine(_folder.FullName, "tiny", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public PackSet Load() => PackFiles.Load(_folder.FullName);

    /// <summary>Loads the pack with the file <c>draft.yaml</c> beside it laid over it.</summary>
    public (PackSet Packs, Rubicon.Rules.Law.Draft? Draft) LoadWithDraft() => PackFiles.LoadWithDraft(_folder.FullName, Path.Combine(_folder.FullName, "tiny", "draft.yaml"));

    /// <summary>A problem as <c>code file:line:column</c>, the file inside the pack.</summary>
    public static string Short(Problem problem)
    {
        int inside = problem.Where.File.IndexOf("/tiny/", StringComparison.Ordinal);
        return $"{problem.Kind.Code} {(inside < 0 ? problem.Where.File : problem.Where.File[(inside + 6)..])}:{problem.Where.Line}:{problem.Where.Column}";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
