namespace Rubicon.Matching;

/// <summary>What one search writes into; taken for a search and given back, never used by two threads at once.</summary>
internal sealed class SearchRoom
{
    private int turn;

    /// <summary>Makes room for an index.</summary>
    public SearchRoom(FormTable forms, Vocabulary vocabulary, SpellingKeys spellings)
    {
        NearWords = new NearWords(vocabulary, spellings);
        Alignment = new Alignment(NearWords);
        Name = new NameForm(forms, vocabulary);
        Seen = new int[forms.Count];
    }

    /// <summary>The words near to those of the query.</summary>
    public NearWords NearWords { get; }

    /// <summary>The pairing.</summary>
    public Alignment Alignment { get; }

    /// <summary>The name compared.</summary>
    public NameForm Name { get; }

    /// <summary>In which turn a form was met last.</summary>
    public int[] Seen { get; }

    /// <summary>The forms worth scoring.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>Forms whose letters without spaces are near to the query's, with the errors between them.</summary>
    public Dictionary<int, int> NearTexts { get; } = [];

    /// <summary>Words of the query of which one has to agree.</summary>
    public bool[] Needed { get; } = new bool[WordReader.WordLimit];

    /// <summary>Those of them that cannot be left out.</summary>
    public bool[] Kept { get; } = new bool[WordReader.WordLimit];

    /// <summary>A number that no form was met with.</summary>
    public int NextTurn()
    {
        if (turn == int.MaxValue)
        {
            Array.Clear(Seen);
            turn = 0;
        }
        return ++turn;
    }
}
