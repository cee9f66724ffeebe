using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Cli;

/// <summary>The law as a command uses it, with the parties that cases name by key.</summary>
internal sealed class LoadedLaw
{
    private readonly PackSet _packs;

    private LoadedLaw(PackSet packs, LawBook law, PartyDirectory directory) => (_packs, Law, Directory) = (packs, law, directory);

    public LawBook Law { get; }

    public PartyDirectory Directory { get; }

    public bool HasErrors { get; private set; }

    /// <summary>Loads packs and makers; prints problems. Null when the law cannot be used.</summary>
    public static LoadedLaw? Load(DataFolders folders)
    {
        var packs = PackFiles.Load(folders.Packs);
        ProblemPrinter.Print(packs.Problems);
        return packs.Law is { } law ? new LoadedLaw(packs, law, new PartyDirectory([], law)) : null;
    }

    /// <summary>The cases beside the rules; problems are printed.</summary>
    public ImmutableArray<LawCase> Cases()
    {
        var problems = new List<Problem>();
        var cases = CaseFiles.Read(_packs.CaseFiles, Law, mention => CaseParties.Of(mention, Directory, problems), problems);
        ProblemPrinter.Print(problems);
        HasErrors |= problems.Any(p => p.Kind.Severity == Severity.Error);
        return cases;
    }
}
