using System.Globalization;
using BenchmarkDotNet.Running;
using Rubicon.Benchmarks.Accuracy;
using Rubicon.Benchmarks.Names;
using Rubicon.Benchmarks.Scale;
using Rubicon.Benchmarks.Speed;

switch (args)
{
    case ["inventory", var lines, var file]:
        InventoryFile.Write(file, int.Parse(lines, CultureInfo.InvariantCulture));
        return 0;
    case ["csvhelper", var file]:
        CsvHelperAlone.Read(file);
        return 0;
    case ["csvhelper", var file, "--records"]:
        CsvHelperAlone.ReadRecords(file);
        return 0;
    case ["stakes", var count, var file]:
        StakesFile.Write(file, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["ownership", var file]:
        OwnershipRun.Measure(file);
        return 0;
    case ["speed", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(OneDecision)]).Run(rest);
        return 0;
    case ["names", var list, var queries, var results, .. var copies]:
        NameSearch.Run(list, queries, results, copies is [var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 1);
        return 0;
    case ["others", var list, var names]:
        OtherNames.Run(list, names);
        return 0;
    case ["devices", var count]:
        DevicesRun.Measure(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["accuracy", "names", .. var rest]:
        return PairAccuracy.Run(freeze: rest is ["--freeze"]);
    case ["accuracy", "devices", var folder, var baseline]:
        return DeviceAccuracy.Run(folder, baseline, freeze: false);
    case ["accuracy", "freeze-devices", var folder, var baseline]:
        return DeviceAccuracy.Run(folder, baseline, freeze: true);
    case ["pairs", var file]:
        NamePairs.Run(file);
        return 0;
    default:
        Console.Error.WriteLine("usage: Rubicon.Benchmarks inventory LINES FILE | csvhelper FILE [--records] | names LIST QUERIES RESULTS [COPIES] | pairs FILE | others LIST NAMES | devices COUNT | accuracy names [--freeze] | accuracy devices FOLDER BASELINE | accuracy freeze-devices FOLDER BASELINE | stakes COUNT FILE | ownership FILE | speed [--filter *]");
        return 64;
}
