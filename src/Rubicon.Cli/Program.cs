using System.CommandLine;
using System.Text;
using Rubicon.Cli;
using Rubicon.Cli.Commands;

// Machine output is UTF-8 whatever the terminal's locale says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Decides purchases, devices and suppliers against telecom supply-chain law, by date, with evidence.")
{
    ScanCommand.Create(),
    DecideCommand.Create(),
    ScreenCommand.Create(),
    ListsCommand.Create(),
    IdentifyCommand.Create(),
    GuideCommand.Create(),
    OwnersCommand.Create(),
    ExplainCommand.Create(),
    ConvertCommand.Create(),
    LawCommand.Create(),
    LogCommand.Create(),
    BackupCommand.Backup(),
    BackupCommand.Restore(),
    ServeCommand.Create(),
};
VersionCommand.Use(root);
return ExitCodes.Run(root, args);
