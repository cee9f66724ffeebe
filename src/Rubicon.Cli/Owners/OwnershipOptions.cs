using System.CommandLine;

namespace Rubicon.Cli.Owners;

/// <summary>Options of commands that decide with files of stakes.</summary>
internal static class OwnershipOptions
{
    /// <summary>Files of stakes.</summary>
    public static readonly Option<string[]> Files = new("--ownership")
    {
        Description = "Files that say who owns whom, as for owners --graph; the word makers stands for the stated relations. Parties are joined by identifier; by name only a question comes of it.",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>A person's word on names.</summary>
    public static readonly Option<string?> Same = new("--same") { Description = "Table of two columns: a name in the records and the same party in the ownership files; with a third column no, of parties that are not one." };
}
