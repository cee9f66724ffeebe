namespace Rubicon.Ownership;

/// <summary>What the measures share.</summary>
internal static class Measure
{
    /// <summary>Numbers of the parties that the graph knows, each once.</summary>
    public static int[] Numbers(OwnershipGraph graph, IEnumerable<string> parties) => [.. parties.Select(graph.Number).Where(n => n >= 0).Distinct()];

    /// <summary>The answer where no stake needs to be looked at: the party is itself listed, or no stake names it.</summary>
    public static OwnershipAnswer? Trivial(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party)
    {
        int number = graph.Number(party);
        if (listed.Any(l => l == party || (number >= 0 && graph.Number(l) == number))) return new OwnershipAnswer(OwnershipTruth.Certain, [], [], null, "the same party");
        return number < 0 ? new OwnershipAnswer(OwnershipTruth.No, [], [], null, "no stake names it")
            : graph.In(number).IsEmpty && graph.Out(number).IsEmpty ? new OwnershipAnswer(OwnershipTruth.No, [], [], null, "no stake names it on that day") : null;
    }
}
