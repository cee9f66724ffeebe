namespace Rubicon.Matching;

/// <summary>
/// Words that many unrelated firms bear: in a name on a list they tell less apart than their rarity there suggests, while
/// in a query they still make another firm ("Huawei Hotel"). Taken from the words that stand in 24 and more names of the
/// IEEE and IANA registers and of SEC registrants, brands of one firm left out.
/// </summary>
internal static class WornWords
{
    private static readonly HashSet<string> Words = new("""
        com financial medical health capital trust bank partner partners college healthcare school entertainment city community
        care interactive home acquisition insurance realty applied micro vision hospital open education properties life access
        integrated video link links broadband finance blue imaging foundation gas real alliance technical automotive logic union star stars audio
        credit high valley air brands texas storage foods food space precision optical universal petroleum secure estate oil
        regional gold ventures venture dynamics dynamic california green income embedded delta plus integration iot fund connect great
        gaming cable image team point time red concepts concept broadcast direct pro robotics robot bio property environmental water
        phoenix sports signal virtual express family studio operating century river marine atlantic agency creative core
        steel mining pharma support homes quantum stores building lighting republic silicon broadcasting sun source cyber
        eagle television light government wave aerospace auto medicine future infrastructure natural display applications application
        photonics motion prime art arts standard max ministry club society diagnostics solar mountain liberty grid fiber defense defence
        hosting performance bay aviation microwave golden generation sound pharmaceutical visual active optics satellite land
        learning exchange specialists bell allied processing professional mission hill summit house training hotels paper
        voice spectrum atlas next telephone exploration park retail nova board minerals monitoring motor motors traffic planet
        horizon chemical chemicals royal asset diamond operations rail states coast process key grand edge social consolidated
        northwest southwest northeast southeast hotel big specialty quality metals metal sky forum code apollo publishing physics music saint
        total card top consortium fire diversified tools tool nordic sea banking library strategic island mark test white bit
        interface king laser cross critical superior administration packaging construction matrix trans sierra quest premier
        payment tele black continental identity gateway best synergy personal clear advance post safe frontier box lake markets
        travel force omega server concept protection biomedical unified pioneer car cars mutual hardware fusion circuit circuits
        knowledge navigation silver magic advantage mercury insight analytics games fuel ultra peak offshore maritime port level
        sigma fast human wind free infinity cellular way law earth platform biotech graphics master metro solid area work
        castle sensor sensors ocean edison people certification country waste ridge action independent super stone cell long thermo touch
        connected multi coal managed focus oak chip connectivity appliance consumer wire fidelity transmission zero flow
        dot orange pinnacle tower zone ice custom dragon village vista connection avionics compass empire bright acoustics host
        growth live forest pipeline heritage cash measurement view call nexus fitness sonic special hub clean alpha beta gamma
        orion pegasus titan zenith pyramid radiant arrow apex vector genesis victory success unity prima impulse head one two three
        shipbuilding ship missile tactical repair mechanical aircraft military shipyard nuclear flight complex concern named address
        airline airlines airways petrochemical petroleum tobacco plastic plastics textile textiles import export general union
        company cooperative association foundation movement brigade front party army organization comercializadora inversiones agropecuaria inmobiliaria
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    /// <summary>True when many unrelated firms bear the word.</summary>
    public static bool Contains(string text) => Words.Contains(text);
}
