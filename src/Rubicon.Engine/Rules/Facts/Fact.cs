using Rubicon.Subjects;

namespace Rubicon.Rules.Facts;

/// <summary>What kind of value a fact takes. Numbers are written to schemas and never change.</summary>
public enum FactType
{
    /// <summary>Yes or no.</summary>
    YesNo = 0,

    /// <summary>One or more words of a closed vocabulary.</summary>
    Words = 1,

    /// <summary>A day.</summary>
    Date = 2,

    /// <summary>A number.</summary>
    Number = 3,

    /// <summary>A party and what it is to designated parties.</summary>
    Party = 4,

    /// <summary>One or more ISO 3166-1 alpha-2 countries.</summary>
    Country = 5,

    /// <summary>One or more identifiers that packs define: papers, clauses, classification numbers.</summary>
    Label = 6,

    /// <summary>Stakes: who holds how much of whom.</summary>
    Holdings = 7,
}

/// <summary>One fact that rules may ask for: its name, its type, and how a person is asked for it.</summary>
/// <param name="Name">Name in packs, requests, answers and reports: lower case, hyphens.</param>
/// <param name="Type">Kind of value.</param>
/// <param name="Question">The question put to a person, ending with a question mark.</param>
/// <param name="Who">Who usually knows: "finance", "the supplier", "network engineering".</param>
/// <param name="Vocabulary">The words it may take, for <see cref="FactType.Words"/>; else null.</param>
/// <param name="Index">Its place in a <see cref="FactSet"/>; given by the catalog.</param>
public sealed record Fact(string Name, FactType Type, string Question, string Who, Vocabulary? Vocabulary = null, int Index = -1)
{
    /// <summary>
    /// True when a wider word that is stated raises the question whether a narrower one is meant. "Telecommunications equipment" may be a
    /// base station; but "maintain" is not a repair that nobody mentioned, and a person under United States jurisdiction need not
    /// be an agency. Of the acts only the two that name no way of acting ("acquire", "deal") leave it open.
    /// </summary>
    internal bool WideLeavesOpen(string wide) => Name switch
    {
        CoreFacts.Actor or "item-kind" => false,
        CoreFacts.Act => wide is "acquire" or "deal",
        _ => true,
    };
}
