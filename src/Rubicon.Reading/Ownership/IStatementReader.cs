namespace Rubicon.Reading.Ownership;

/// <summary>Reads the statements of one JSON format.</summary>
internal interface IStatementReader
{
    /// <summary>Takes one statement.</summary>
    void Add(StatementNode statement);

    /// <summary>Makes what stakes need all statements; called once, at the end.</summary>
    void Finish();
}
