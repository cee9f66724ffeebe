namespace Rubicon.Screening;

/// <summary>
/// A match of a name with a party that people looked at and found to be another party. It takes away that party for that name and nothing else: an equal identifier still
/// counts, and other parties that the name matches stay. Whoever decides with it sees to it that it still holds (design 4.8).
/// </summary>
/// <param name="Name">The name as records state it; case is ignored.</param>
/// <param name="PartyKey">Key of the party that it is not.</param>
/// <param name="Who">Who found so, and who approved it.</param>
/// <param name="When">On which day.</param>
/// <param name="Why">The reason.</param>
public sealed record Clearance(string Name, string PartyKey, string Who, DateOnly When, string Why)
{
    /// <summary>The sentence that stands in the evidence of each record that it changes.</summary>
    public string Statement(string partyName, double score) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"a match with {partyName}, score {score:0.00}, was cleared by {Who} on {When:yyyy-MM-dd}: {Why}");
}
