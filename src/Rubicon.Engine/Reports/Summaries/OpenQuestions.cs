using System.Collections.Immutable;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>One question merged over all decisions that wait for it.</summary>
/// <param name="Fact">The missing fact.</param>
/// <param name="Text">The question.</param>
/// <param name="Who">Who can usually answer.</param>
public sealed record MergedQuestion(string Fact, string Text, string Who)
{
    private readonly List<string> _answers = [];
    private readonly Dictionary<string, SortedDictionary<int, (Outcome Outcome, long Count)>> _effects = new(StringComparer.Ordinal);

    /// <summary>How many records wait for it.</summary>
    public long Records { get; private set; }

    /// <summary>Of these, those for which one answer to this question leads to another outcome than a second one, all else unknown.</summary>
    public long Decisive { get; private set; }

    /// <summary>
    /// Each answer, and how many of the <see cref="Decisive"/> records would come to which outcome with it, strictest first. For the others
    /// every answer leads to the same outcome until other questions are answered too.
    /// </summary>
    public IEnumerable<(string Answer, IEnumerable<(Outcome Outcome, long Count)> Effects)> Answers =>
        _answers.Select(a => (a, (IEnumerable<(Outcome, long)>)_effects[a].Values));

    internal void Add(Question question, long records)
    {
        Records += records;
        if (question.Answers.All(a => a.Outcome == question.Answers[0].Outcome)) return;
        Decisive += records;
        foreach (var answer in question.Answers)
        {
            if (!_effects.TryGetValue(answer.Answer, out var effects))
            {
                _effects[answer.Answer] = effects = [];
                _answers.Add(answer.Answer);
            }
            int rank = DecisionGroups.Rank(answer.Outcome);
            effects[rank] = (answer.Outcome, records + (effects.TryGetValue(rank, out var known) ? known.Count : 0));
        }
    }
}

/// <summary>Merges questions over decisions. Facts are a closed set, so memory is bounded in practice; in any case by <see cref="Most"/>.</summary>
public sealed class OpenQuestions
{
    /// <summary>At most this many different questions are kept; later ones are counted.</summary>
    public const int Most = 500;

    private readonly Dictionary<(string Fact, string Text), MergedQuestion> _questions = [];

    private readonly SharedCounts<Question> _shared;
    private long _leftOut;

    /// <summary>Starts with none.</summary>
    public OpenQuestions() => _shared = new(Fold);

    /// <summary>How often a question beyond <see cref="Most"/> was asked.</summary>
    public long LeftOut
    {
        get
        {
            _shared.Flush();
            return _leftOut;
        }
    }

    /// <summary>The questions, the one that decides most records by itself first, then the one that most wait for, then by fact.</summary>
    public IEnumerable<MergedQuestion> MostEffectiveFirst
    {
        get
        {
            _shared.Flush();
            return _questions.Values
                .OrderByDescending(q => q.Decisive).ThenByDescending(q => q.Records).ThenBy(q => q.Fact, StringComparer.Ordinal).ThenBy(q => q.Text, StringComparer.Ordinal);
        }
    }

    /// <summary>Adds the questions of one decision.</summary>
    public void Add(Decision decision) => _shared.Add(decision.Questions);

    private void Fold(ImmutableArray<Question> questions, long records)
    {
        foreach (var question in questions)
        {
            if (!_questions.TryGetValue((question.Fact, question.Text), out var merged))
            {
                if (_questions.Count == Most)
                {
                    _leftOut += records;
                    continue;
                }
                _questions.Add((question.Fact, question.Text), merged = new MergedQuestion(question.Fact, question.Text, question.Who));
            }
            merged.Add(question, records);
        }
    }
}
