namespace Rubicon.Matching;

/// <summary>
/// A name of a list made ready for comparison; loaded from the table again and again, not thread-safe. Names without any word of their own ("China Telecom
/// Corporation") let their generic and place words do that work: the less the words of its own weigh, the more the others do.
/// </summary>
internal sealed class NameForm(FormTable table, Vocabulary vocabulary)
{
    /// <summary>What a generic or place word weighs beside words that tell parties apart.</summary>
    public const double LeastCommonWeight = 0.1;

    /// <summary>What it weighs in a name that has nothing else.</summary>
    public const double MostCommonWeight = 0.6;

    private const double CommonMissing = 0.5, CommonMissingAlone = 0.9;

    private readonly double[] weights = new double[WordReader.WordLimit];
    private readonly int[] terms = new int[WordReader.WordLimit];
    private readonly Word[] words = new Word[WordReader.WordLimit];

    /// <summary>Takes the form of that number.</summary>
    public void Load(int form)
    {
        ReadOnlySpan<int> numbers = table.Words(form);
        Count = numbers.Length;
        Kind = table.Kind(form);
        double own = 0;
        bool common = false;
        for (int i = 0; i < numbers.Length; i++)
        {
            words[i] = vocabulary.Word(numbers[i]);
            terms[i] = vocabulary.TermOf(numbers[i]);
            own += weights[i] = vocabulary.OwnWeight(numbers[i]);
            common |= !words[i].IsSilent;
        }
        double alone = Math.Max(0, MostCommonWeight - own) / MostCommonWeight;
        CommonWordWeight = LeastCommonWeight + (MostCommonWeight - LeastCommonWeight) * alone;
        CommonMissingShare = CommonMissing + (CommonMissingAlone - CommonMissing) * alone;
        LastKeyClass = own > 0 ? WordClass.Number : common ? WordClass.Place : WordClass.Filler;
        KeyTotal = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!words[i].IsKey && (!words[i].IsSilent || LastKeyClass == WordClass.Filler)) weights[i] = CommonWordWeight;
            if (words[i].Class <= LastKeyClass) KeyTotal += weights[i];
        }
    }

    /// <summary>How many words.</summary>
    public int Count { get; private set; }

    /// <summary>What the form is.</summary>
    public FormKind Kind { get; private set; }

    /// <summary>Its words in order.</summary>
    public ReadOnlySpan<Word> Words => words.AsSpan(0, Count);

    /// <summary>The terms of its words.</summary>
    public ReadOnlySpan<int> Terms => terms.AsSpan(0, Count);

    /// <summary>Their weights; 0 for legal forms and fillers, unless the name has nothing else.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(0, Count);

    /// <summary>What a generic or place word weighs beside this name.</summary>
    public double CommonWordWeight { get; private set; }

    /// <summary>The share of that weight that counts against a query which does not have the word.</summary>
    public double CommonMissingShare { get; private set; }

    /// <summary>Words up to this class decide: at least one of them has to be matched.</summary>
    public WordClass LastKeyClass { get; private set; }

    /// <summary>Weight of the words that decide.</summary>
    public double KeyTotal { get; private set; }

    /// <summary>True when the word at that place is one of those that decide.</summary>
    public bool Decides(int at) => words[at].Class <= LastKeyClass;
}
