using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Registries;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class IdentificationTests
{
    private static readonly EquipmentIdentifier Identifier = new(
        MakerFiles.Load(Repository("makers")).Knowledge, RegisterFiles.Open(Repository("registries")).Registers);

    [Theory]
    // A Hikvision recorder answers the number of another registrant.
    [InlineData("hikvision", Field.SysDescr, "Hikvision company products", Field.SysObjectId, "1.3.6.1.4.1.50001")]
    [InlineData("hikvision", Field.SysObjectId, "1.3.6.1.4.1.50001", Field.Status, "up")]
    // A Hikvision camera has no sysObjectID at all.
    [InlineData("hikvision", Field.AnsweredOid, "1.3.6.1.4.1.39165.1.1.0", Field.Status, "up")]
    // A Dahua recorder answers a number outside the register, and its model only.
    [InlineData("dahua", Field.SysObjectId, "1.3.6.1.4.1.1004849.3.2", Field.SysDescr, "DH-NVR4108HS-8P-4KS2")]
    // Huawei-3Com devices answer under Huawei's number and are H3C's.
    [InlineData("h3c", Field.SysObjectId, "1.3.6.1.4.1.2011.10.1.26", Field.Status, "up")]
    [InlineData("huawei", Field.SysObjectId, ".1.3.6.1.4.1.2011.2.23.114", Field.Status, "up")]
    [InlineData("huawei", Field.SysObjectId, "SNMPv2-SMI::enterprises.2011.2.62.2.9", Field.Status, "up")]
    [InlineData("huawei", Field.Model, "NE40E-X8", Field.Status, "up")]
    [InlineData("huawei", Field.Description, "used BBU3900, spare", Field.Status, "up")]
    [InlineData("huawei", Field.Platform, "huawei_vrp", Field.Status, "up")]
    [InlineData("huawei", Field.Description, "华为 路由器", Field.Status, "up")]
    [InlineData("quectel", Field.FccId, "XMR201909EC25AF", Field.Status, "up")]
    [InlineData("zte", Field.EntityMaker, "ZTE Corporation", Field.Status, "up")]
    [InlineData("juniper", Field.SysObjectId, "1.3.6.1.4.1.2636.1.1.1.2.57", Field.MacAddress, "00:15:eb:12:34:56")]
    public void Signals_of_a_maker_name_it(string maker, Field first, string firstText, Field second, string secondText) =>
        Assert.Equal(maker, Identify((first, firstText), (second, secondText)).MakerKey);

    [Fact]
    public void A_number_left_over_from_an_IP_stack_only_makes_a_suspect()
    {
        var found = Identify((Field.SysObjectId, "1.3.6.1.4.1.26381"));
        Assert.Null(found.MakerKey);
        Assert.Equal("hytera", Assert.Single(found.Suspects));
        // It is named as a hint and nothing is decided by it.
        Assert.Equal(("Hytera", Strength.Hint), (found.MakerText, found.Strength));
    }

    [Fact]
    public void A_number_that_radios_of_several_brands_answer_names_nobody_alone() =>
        Assert.Null(Identify((Field.SysObjectId, "1.3.6.1.4.1.10002.1"), (Field.SysDescr, "NFT 2N")).MakerText);

    [Theory]
    [InlineData("1.3.6.1.4.1.27282.3.2.10")]
    [InlineData("1.3.6.1.4.1.17095.2")]
    [InlineData("1.3.6.1.4.1.17409.1")]
    public void Numbers_of_chip_makers_and_standards_say_nothing_about_the_maker(string oid) => Assert.Null(Identify((Field.SysObjectId, oid)).MakerText);

    [Theory]
    [InlineData("ThinkSystem SR665 V3")]
    [InlineData("ThinkSystem S5735-L24T4S-A")]
    public void A_number_behind_the_name_of_another_series_does_not_outweigh_the_registrant(string model)
    {
        var found = Identify((Field.EntityModel, model), (Field.SysObjectId, "1.3.6.1.4.1.19046.11.1"));
        Assert.Null(found.MakerKey);
        Assert.StartsWith("Lenovo", found.MakerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Blade Network Technologies", "Blade Network Technologies, Inc.")]
    [InlineData("Perle MCR-MGT", "Perle Systems Limited")]
    [InlineData("Blade server", null)]
    public void A_description_that_begins_with_a_registrants_name_hints_at_it(string description, string? maker) => Assert.Equal(maker, Identify((Field.SysDescr, description)).MakerText);

    [Fact]
    public void A_printer_is_called_without_its_maker() =>
        Assert.Equal("Color LaserJet M452nw", Identifier.Identify(new Subject(SubjectKind.Device, new("w", 1),
            [new(Field.SysObjectId, "1.3.6.1.4.1.11.2.3.9.1"), new(Field.EntityModel, "HP Color LaserJet M452nw", 0, "1.3.6.1.2.1.25.3.2.1.3.1")])).Model);

    [Fact]
    public void A_clock_that_answers_the_number_of_Hikvision_is_not_Hikvisions()
    {
        var found = Identify((Field.SysDescr, "SyncServer S650"), (Field.SysObjectId, "1.3.6.1.4.1.39165.1.6"));
        Assert.NotEqual("hikvision", found.MakerKey);
    }

    [Theory]
    // What is registered for the object identifier says more than the series in the text.
    [InlineData("Cisco IOS Software, ASR920 Software", "1.3.6.1.4.1.9.1.2102", "ciscoASR92024SZM")]
    // The text spells the same model as people do.
    [InlineData("PowerConnect 6248, 3.3.7.3, VxWorks 6.5", "1.3.6.1.4.1.674.10895.3011", "PowerConnect 6248")]
    [InlineData("", "1.3.6.1.4.1.12356.101.1.644", "FortiGate-60F")]
    [InlineData("Linux host 4.19.0-6-amd64 #1 SMP Debian 4.19.67-2 (2019-08-28) x86_64", "1.3.6.1.4.1.8072.3.2.10", "Generic x86 64-bit")]
    public void A_model_is_taken_from_the_text_or_from_the_name_registered_for_the_product(string description, string oid, string model) =>
        Assert.Equal(model, Identify((Field.SysDescr, description), (Field.SysObjectId, oid)).Model);

    [Fact]
    public void A_part_by_another_maker_is_asked_about_and_leaves_the_maker_of_the_device()
    {
        var found = Identify((Field.EntityMaker, "Cisco"), (Field.ModuleMaker, "Huawei"));
        Assert.Equal("cisco", found.MakerKey);
        Assert.Equal("huawei", Assert.Single(found.Suspects));
        Assert.Contains(found.Claims, c => c is { About: ClaimSubject.ModuleMaker, MakerKey: "huawei" });
        Assert.Contains("not of the device", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Field.AnsweredOid, "1.3.6.1.4.1.6574.1.5", "Synology Inc.")]
    [InlineData(Field.SysDescr, "Perle MCR-MGT", "Perle Systems Limited")]
    [InlineData(Field.EntityMaker, "Some Works", "Some Works")]
    public void Where_nothing_else_speaks_a_hint_names_a_maker_without_a_file(Field field, string text, string maker)
    {
        var found = Identify((field, text));
        Assert.Equal((null, maker, Strength.Hint), (found.MakerKey, found.MakerText, found.Strength));
        Assert.Empty(found.Suspects);
    }

    [Fact]
    public void A_year_in_a_description_is_no_model() =>
        Assert.DoesNotContain(Identify((Field.SysDescr, "Linux host 3.10.0 #1 SMP Fri Oct 20 20:32:50 UTC 2017 x86_64")).Claims, c => c.Model is not null);

    [Fact]
    public void The_maker_of_one_interface_is_not_the_maker_of_the_device()
    {
        var found = Identify((Field.Maker, "Juniper"), (Field.MacAddress, "00:15:eb:12:34:56"));
        Assert.Equal("juniper", found.MakerKey);
        Assert.Empty(found.Suspects);
        Assert.Contains("not of the device", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_signals_contradict_stays_and_the_contradiction_is_shown()
    {
        var found = Identify((Field.Maker, "Honeywell"), (Field.SysDescr, "/cam/realmonitor?channel=1&subtype=0"), (Field.MacAddress, "3c:ef:8c:00:00:01"));
        Assert.Null(found.MakerKey);
        Assert.Equal("Honeywell", found.MakerText);
        Assert.Equal("dahua", Assert.Single(found.Suspects));
        Assert.NotEmpty(found.Conflicts);
        Assert.Contains(found.Relabels, r => r.Relabel.MakerKey == "dahua");
    }

    [Fact]
    public void A_brand_that_was_sold_and_a_banner_of_its_former_owner_are_a_contradiction()
    {
        var found = Identify((Field.Maker, "Lorex"), (Field.MacAddress, "3c:ef:8c:00:00:01"));
        Assert.Equal("lorex", found.MakerKey);
        Assert.Contains("dahua", found.Suspects);
    }

    [Fact]
    public void A_relabeling_statement_is_a_question_and_decides_nothing()
    {
        var found = Identify((Field.Maker, "Amcrest"), (Field.Model, "IP8M-2496EB"));
        Assert.Null(found.MakerKey);
        Assert.Empty(found.Suspects);
        Assert.Contains(found.Relabels, r => r.Relabel.MakerKey == "dahua" && r.Model == "IP8M-2496EB");
    }

    [Fact]
    public void A_model_that_several_makers_use_only_makes_suspects()
    {
        var found = Identify((Field.Model, "S5130S-28P-EI"));
        Assert.Null(found.MakerKey);
        Assert.Contains("h3c", found.Suspects);
        Assert.Contains("huawei", found.Suspects);
    }

    [Fact]
    public void A_label_settles_a_model_that_several_makers_use()
    {
        var found = Identify((Field.Maker, "Dell"), (Field.Model, "S4048-ON"));
        Assert.Equal("dell", found.MakerKey);
        Assert.Empty(found.Suspects);
        Assert.Empty(found.Conflicts);
    }

    [Fact]
    public void A_default_of_the_agent_names_nobody()
    {
        var found = Identify((Field.SysObjectId, "1.3.6.1.4.1.8072.3.2.10"));
        Assert.Null(found.MakerKey);
        Assert.Equal(ClaimSubject.OperatingSystem, Assert.Single(found.Claims).About);
    }

    [Fact]
    public void A_number_outside_the_maker_files_gives_the_registrant_and_no_key()
    {
        var found = Identify((Field.SysObjectId, "1.3.6.1.4.1.42.2.1.1"));
        Assert.Null(found.MakerKey);
        Assert.Contains("Sun", found.MakerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_alike_is_not_the_maker_that_it_looks_like()
    {
        var subject = Of((Field.Maker, "Shanghai Dahua Scale Factory"));
        Assert.Null(Identifier.Identify(subject, "dahua").MakerKey);
        Assert.Null(Identifier.Identify(subject).MakerKey);
    }

    [Fact]
    public void A_look_alike_in_a_description_is_not_the_maker_either() =>
        Assert.Null(Identify((Field.Description, "weighing terminal of Shanghai Dahua Scale Factory")).MakerKey);

    [Fact]
    public void The_name_of_a_device_only_hints()
    {
        var found = Identify((Field.Name, "to-zte-core"), (Field.SysObjectId, "1.3.6.1.4.1.2636.1.1.1.2.57"));
        Assert.Equal("juniper", found.MakerKey);
        Assert.Empty(found.Suspects);
    }

    [Fact]
    public void A_brand_of_two_firms_carries_its_caution()
    {
        var caution = Assert.Single(Identify((Field.Maker, "TP-Link"), (Field.Model, "Archer AX73")).Cautions);
        Assert.Equal(Parties.Confidence.Unsure, caution.Source.Confidence);
    }

    [Theory]
    [InlineData("02:00:00:00:00:01")]
    [InlineData("01:00:5e:00:00:fb")]
    [InlineData("00:00:00:00:00:00")]
    [InlineData("not an address")]
    public void An_address_without_a_registrant_says_nothing(string mac) =>
        Assert.Empty(Identify((Field.MacAddress, mac)).Claims);

    [Theory]
    [InlineData("Edge Router", "routing")]
    [InlineData("WiFi router", "consumer-router")]
    [InlineData("eNodeB", "base-station")]
    [InlineData("Access Switches", "switching")]
    [InlineData("16-channel NVR", "video-recorder")]
    [InlineData("GPON OLT chassis", "olt")]
    [InlineData("two-way radio", "land-mobile-radio")]
    [InlineData("cable modem", "modem")]
    [InlineData("smartphones", "handset")]
    public void Words_of_the_record_give_the_category(string words, string category) =>
        Assert.Contains(category, Identify((Field.Category, words)).Categories.Select(c => c.Category));

    [Theory]
    [InlineData("gateway")]
    [InlineData("controller")]
    [InlineData("thing")]
    public void Words_that_mean_several_things_give_no_category(string words) =>
        Assert.Empty(Identify((Field.Category, words)).Categories);

    [Fact]
    public void A_bare_router_is_not_a_consumer_router() =>
        Assert.Equal("routing", Assert.Single(Identify((Field.Category, "router")).Categories).Category);

    [Fact]
    public void An_identification_is_cheap_enough_for_a_million_records()
    {
        var subject = Of((Field.Maker, "Huawei"), (Field.Model, "S5720-56C-PWR-EI-AC"), (Field.Description, "access switch at Cedar Ridge, 48 ports, PoE"),
            (Field.MacAddress, "00:e0:fc:12:34:56"), (Field.SysObjectId, "1.3.6.1.4.1.2011.2.23.114"));
        var found = Identifier.Identify(subject);
        for (int i = 0; i < 2000; i++) found = Identifier.Identify(subject);
        Assert.Equal("huawei", found.MakerKey);
        Assert.Equal("S5720-56C-PWR-EI-AC", found.Model);
        Assert.Contains(found.Categories, c => c.Category == "switching");
    }

    [Fact]
    public void Any_text_in_any_field_is_identified_without_an_exception()
    {
        var random = new Random(20261121);
        const string Alphabet = "AZaz09 -./:()_,;\"'\u4E2D\u03C3\uD83D\0\t[]{}*+?\\|=%";
        var fields = Enum.GetValues<Field>();
        for (int i = 0; i < 4000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Identify((fields[random.Next(fields.Length)], text), (fields[random.Next(fields.Length)], text));
        }
    }

    private static Identification Identify(params (Field Field, string Text)[] statements) => Identifier.Identify(Of(statements));

    private static Subject Of(params (Field Field, string Text)[] statements) =>
        new(SubjectKind.Device, new SourceLocation("test.csv", 2), [.. statements.Select(s => new Statement(s.Field, s.Text))]);

    private static string Repository(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException("rubicon.slnx is not above " + AppContext.BaseDirectory);
    }
}
