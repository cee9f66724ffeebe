using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>
/// A name of a party made ready for comparison. Names without any word of their own ("China Telecom Corporation") let
/// their generic and place words do that work: the less the words of its own weigh, the more the others do.
/// </summary>
internal sealed class NameForm
{
    private const double NumberWeight = 0.6, WornWeight = 0.55;
    private const double CommonWeight = 0.1, CommonWeightAlone = 0.6;
    private const double CommonMissing = 0.5, CommonMissingAlone = 0.9;

    /// <summary>Compiles the words; the vocabulary must be closed.</summary>
    public NameForm(int party, PartyName name, NameWriting writing, Vocabulary vocabulary)
    {
        Word[] words = writing.Words;
        (Party, Name, Words, IsInitials) = (party, name, words, writing.IsInitials);
        Weights = new double[words.Length];
        double own = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].IsKey) own += Weights[i] = Math.Min(WeightOf(words[i], vocabulary), WornWords.Contains(words[i].Text) ? WornWeight : 1);
        }
        double alone = Math.Max(0, CommonWeightAlone - own) / CommonWeightAlone;
        CommonWordWeight = CommonWeight + (CommonWeightAlone - CommonWeight) * alone;
        CommonMissingShare = CommonMissing + (CommonMissingAlone - CommonMissing) * alone;
        WordClass key = own > 0 ? WordClass.Number : words.Any(w => !w.IsSilent) ? WordClass.Place : WordClass.Filler;
        for (int i = 0; i < words.Length; i++)
        {
            if (!words[i].IsKey && (!words[i].IsSilent || key == WordClass.Filler)) Weights[i] = CommonWordWeight;
            if (words[i].Class <= key) KeyTotal += Weights[i];
            else OtherTotal += Weights[i];
        }
        LastKeyClass = key;
    }

    /// <summary>Place of the party in the index.</summary>
    public int Party { get; }

    /// <summary>The name.</summary>
    public PartyName Name { get; }

    /// <summary>True for initials that the name states in brackets after its words.</summary>
    public bool IsInitials { get; }

    /// <summary>Its words in order.</summary>
    public Word[] Words { get; }

    /// <summary>Their weights; 0 for legal forms and fillers, unless the name has nothing else.</summary>
    public double[] Weights { get; }

    /// <summary>What a generic or place word weighs beside this name.</summary>
    public double CommonWordWeight { get; }

    /// <summary>The share of that weight that counts against a query which does not have the word.</summary>
    public double CommonMissingShare { get; }

    /// <summary>Words up to this class decide: at least one of them has to be matched.</summary>
    public WordClass LastKeyClass { get; }

    /// <summary>Weight of the words that decide.</summary>
    public double KeyTotal { get; private set; }

    /// <summary>Weight of the others.</summary>
    public double OtherTotal { get; private set; }

    /// <summary>True when the word at that place is one of those that decide.</summary>
    public bool Decides(int at) => Words[at].Class <= LastKeyClass;

    /// <summary>Weight of a word that tells parties apart.</summary>
    public static double WeightOf(Word word, Vocabulary vocabulary)
    {
        double weight = vocabulary.Weight(word.Text);
        return word.Class == WordClass.Number ? Math.Min(weight, NumberWeight) : weight;
    }
}
