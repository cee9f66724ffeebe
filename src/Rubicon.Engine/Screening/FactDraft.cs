using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>Facts of one record while they are being made.</summary>
internal sealed class FactDraft(Subject subject, FactCatalog catalog)
{
    private readonly Dictionary<Fact, FactValue> _values = [];
    private ImmutableArray<string>.Builder? _notes;
    private ImmutableArray<string>.Builder? _assumptions;
    private ImmutableArray<Problem>.Builder? _problems;

    public Subject Subject { get; } = subject;

    public ImmutableArray<string> Notes => _notes?.ToImmutable() ?? [];

    public ImmutableArray<Problem> Problems => _problems?.ToImmutable() ?? [];

    public Statement? First(Field field)
    {
        foreach (var statement in Subject.Statements)
            if (statement.Field == field) return statement;
        return null;
    }

    public IEnumerable<Statement> All(Field field) => Subject.Statements.Where(s => s.Field == field);

    public FactValue? Value(string fact) => _values.GetValueOrDefault(catalog[fact]);

    public void Set(string fact, FactValue value) => _values[catalog[fact]] = value;

    /// <summary>Sets what records of this kind stand for; the evidence says that it was assumed.</summary>
    public void Assume(string fact, FactValue value) => Set(fact, value);

    /// <summary>What was taken for granted, in words that are the same for all records alike: the coverage block counts them.</summary>
    public void Assumption(string words) => (_assumptions ??= ImmutableArray.CreateBuilder<string>()).Add(words);

    public ImmutableArray<string> Assumptions => _assumptions?.ToImmutable() ?? [];

    public void Words(string fact, ImmutableArray<string> words, Statement stated) =>
        Set(fact, new WordsValue(words, true, [Evidence($"{fact} {Quote.Text(stated.Text)}", stated)]));

    public Evidence Evidence(string statement, Statement stated) => new(statement, Subject.LocationOf(stated));

    /// <summary>Takes back what turned out not to be taken for granted.</summary>
    public void Retract(string words) => _assumptions?.Remove(words);

    public void Note(string note) => (_notes ??= ImmutableArray.CreateBuilder<string>()).Add(note);

    public void AddNotes(ImmutableArray<string> notes)
    {
        foreach (string note in notes) Note(note);
    }

    public void Problem(Problem problem) => (_problems ??= ImmutableArray.CreateBuilder<Problem>()).Add(problem);

    /// <summary>A person's answer wins over what was not known, and over a conflict; it is shown as what it is.</summary>
    public void Answer(Fact fact, Answer answer)
    {
        var evidence = new Evidence($"answered by {answer.Who} on {answer.When:yyyy-MM-dd}: {answer.Why}", answer.Where);
        if (_values.TryGetValue(fact, out var known) && known.IsKnown)
        {
            if (known.Signature != answer.Value.Signature)
                Note($"the record says {fact.Name} {known.Display}, the answer of {answer.Who} says {answer.Value.Display}: the record was used");
            return;
        }
        _values[fact] = answer.Value with { Evidence = [evidence, .. answer.Value.Evidence] };
    }

    public FactSet Over(FactSet actor) => actor.With(_values);
}
