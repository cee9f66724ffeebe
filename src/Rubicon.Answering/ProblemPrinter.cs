using Rubicon.Diagnostics;

namespace Rubicon.Answering;

/// <summary>Problems on standard error: place, code, what was found and expected, the usual cause and the fix.</summary>
public static class ProblemPrinter
{
    /// <summary>Prints one problem in three lines.</summary>
    public static void Print(Problem problem)
    {
        string level = problem.Kind.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
        Console.Error.WriteLine($"{problem.Where}: {level} {problem.Kind.Code}: {problem.Kind.Title}");
        Console.Error.WriteLine($"  found {problem.Found}; expected {problem.Expected ?? problem.Kind.Expected}");
        Console.Error.WriteLine($"  usual cause: {problem.Kind.Cause}; fix: {problem.Kind.Fix}");
    }

    /// <summary>Prints problems in their order.</summary>
    public static void Print(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) Print(problem);
    }
}
