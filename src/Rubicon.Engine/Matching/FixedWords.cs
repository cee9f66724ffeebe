namespace Rubicon.Matching;

/// <summary>
/// Words that do not tell parties apart, in folded form. A line is one form and its spellings: abbreviations,
/// inflections, other languages. Compiled by hand from company names on public lists and registers.
/// </summary>
internal static class FixedWords
{
    private const string Legal = """
        limited: ltd ltda lmtd lted limitada limitee ltee limitied
        company: co comp cie compagnie compania companhia companies cos coy kompaniya
        corporation: corp corporate corpn corporacion corporacao korporatsiya corporations korporatsia
        incorporated: inc incorporation
        llc: lllc wll too mchj
        ooo: tov
        llp: lp
        gmbh: mbh ggmbh gesmbh gesellschaft mit beschrankter haftung
        ag: aktiengesellschaft se
        kg: ohg kgaa gbr ug eg ev
        sa: sab sapi sca anonyme anonima
        sas: sasu eurl sarl snc
        srl: sro spa sapa societa responsabilita limitata azioni
        bv: nv cv vof besloten vennootschap naamloze cvba bvba
        oy: oyj osakeyhtio
        ab: aktiebolag publ telefonaktiebolaget aktiebolaget
        as: asa aps ivs aktieselskab
        pty: proprietary ptd
        plc: public
        pte: pvt pvte private pt tbk sdn bhd persero perseroan terbatas
        kk: kabushiki kaisha kabushikikaisha gaisha yugen godo gk
        ao: zao oao pao zat pat
        jsc: jscb ojsc cjsc pjsc joint stock jointstock ubj tas aktsionernoe obshchestvo otkrytoe zakrytoe publichnoe
        zoo: spolka spzoo ograniczona odpowiedzialnoscia akcyjna
        doo: dd ad ead ood eood kd
        kft: zrt nyrt rt bt
        uab: sia ou as akcine bendrove
        fze: fzco fzc fzllc dmcc est establishment
        sirketi: sti anonim
        liability: responsibility otvetstvennostyu ogranichennoi ogranichennoy
        unitary: predpriyatiye
        proprietorship: partnership sole
        ltdco: coltd
        有限公司: 有限责任公司 有限责任 股份有限公司 股份公司 股份 总公司 分公司 子公司 公司 责任
        株式会社: 有限会社 合同会社
        주식회사: 유한회사
        """;

    private const string Generic = """
        technology: technologies tech techs techno technol technological tecnologia tecnologias teknoloji technologie technologien technologia tekhnologii tekhnologiya tehnologija technolgy techn
        digital: dig digitals
        communication: communications comm comms commun communs comunicaciones comunicacoes kommunikation kommunikations communicatons
        telecommunication: telecommunications telecom telecoms telekom telco telecomunicaciones telecomunicacoes telekommunikation telcom telecomm telecomms telekomunikasi telecommunicatons
        equipment: eqpt equip eqp equipments equipements equipos
        international: intl int internationale internacional internation internationals inter mezhdunarodnaya
        group: grp groupe gruppe grupo gruppo gp groups gruppa
        holding: holdings hldg hldgs hld holdco
        electronic: electronics elec elect electron electr elektronik electronica elektronika elektron electronique elektroniks
        electric: electrical electricals elektro electrics electro elektrik
        system: systems sys syst systeme sistemas sistemi systemes sistema sistemy
        industry: industries industrial ind inds indus industria industrie industrias industriel industrielle promyshlennost promyshlennaya
        manufacturing: mfg manufacture manufacturer manufacturers manuf mfr manufactory fabrication
        trading: trade trades comercial comercializadora comercializacion distribuidora importadora exportadora trdg traders trader import export imports exports impex importing exporting torgovlya torgovyi torgovaya comercio handel handels ticaret tijarat
        service: services svc svcs srv srvc srvcs srvces serv servicios servicos dienstleistungen dienst
        science: sciences scis sci scientific nauchno scientif
        development: dev develop developments developing devel
        engineering: eng engr engrg engineers engineer ingenieria ingenierie muhendislik
        research: res rsch rnd issledovatelskii issledovatelskiy
        institute: inst institutes institution instytut institut instituto institutsiya nii academy akademiya
        university: univ universitet universidad universite universitat
        laboratory: lab labs laboratories laboratorium laboratoriya
        information: info inform informatics informatique informatika
        network: networks netw networking net nets
        software: soft
        computer: computers computing comp comput
        semiconductor: semiconductors semicond semi
        microelectronic: microelectronics
        security: securities safety surveillance
        solution: solutions soln solns
        product: products prod prods production productions
        device: devices terminal terminals
        component: components parts part
        instrument: instruments instrumentation
        material: materials matls
        machine: machinery machines machining maschinen maschinenbau mach
        automation: automatic automatics automated
        control: controls
        enterprise: enterprises ent entp enterp empresa empresas entreprise predpriyatie
        investment: inversiones inversion investments invest investors inv inversiones
        management: administradora mgmt mgt managements
        business: businesses
        global: worldwide world
        general: gen generals
        national: natl nat nacional nationale natsionalnaya
        state: gosudarstvennoe gosudarstvennaya
        federal: fed federalnoe
        center: centre centers centres ctr tsentr centro zentrum
        office: bureau buro byuro ofis
        factory: plant works zavod fabrik fabrika plants factories
        branch: branches filial subsidiary division div dept
        logistics: logistic freight forwarding cargo transport transportation transports transportes transporte
        supply: supplies supplier suppliers
        commerce: commercial
        association: asociacion assoc assn associates associated
        organization: organisation org organizations
        committee: commission
        innovation: innovations innovative
        intelligent: smart intelligence
        mobile: mobility
        wireless: radio
        data: datacom
        cloud: online internet web
        media: multimedia
        energy: power
        resource: resources
        marketing: market sales sale distribution distributors distributor
        consulting: asesorias asesoria consultores consultoria consultants consultancy consultant
        new: neo
        advanced: adv
        first: 1st
        united:
        central:
        project: projects
        production: proizvodstvennoe proizvodstvo npo npp obedinenie
        design: designs
        realty: inmobiliaria immobiliare immobilien properties
        agriculture: agropecuaria agricola agricultural agro
        foundation: fundacion fondation stiftung
        department: departamento
        ministry: ministerio ministere
        society: sociedad societe
        shipping: shpg naviera
        construction: constructions constr constructora stroitelnaya
        constructor: constructors contractor contractors contracting
        exchange: exchanges
        haji: hajji hadji hajj
        mullah: mulla mullo mawlawi maulavi maulvi molvi mowlawi
        shaikh: sheikh shaykh cheikh sheik
        sayyid: sayyed syed said sayed seyed seyyed
        科技: 科学技术 科学 高科技 高新技术
        技术: 科技发展
        通信: 通讯 电信
        电子: 电子科技
        数字: 数码
        设备: 装备
        集团: 控股
        国际:
        信息: 资讯
        网络:
        系统:
        软件:
        工业: 产业 实业
        工程:
        贸易: 进出口 商贸 商业
        投资:
        发展: 开发
        研究所: 研究院 研究中心 中心 实验室
        大学: 学院
        制造:
        智能:
        半导体: 微电子
        计算机:
        服务:
        安全: 安防
        移动:
        联通:
        """;

    private const string Places = """
        china: prc chinese cn sino zhongguo zhonghua chine
        beijing: peking
        shanghai:
        shenzhen: shenzen shenzhenshi
        guangzhou: canton
        guangdong:
        hangzhou:
        zhejiang: zejiang
        jiangsu:
        jiangxi:
        zhenjiang:
        yangzhou:
        zhangzhou:
        quanzhou:
        taizhou:
        huzhou:
        jiaxing:
        shaoxing:
        xuzhou:
        nantong:
        luoyang:
        mianyang:
        zhuzhou:
        guilin:
        liuzhou:
        nanjing: nanking
        suzhou:
        wuxi:
        changzhou:
        ningbo:
        wenzhou:
        dongguan:
        zhuhai:
        foshan:
        huizhou:
        zhongshan:
        tianjin:
        chongqing:
        chengdu:
        sichuan: szechuan
        wuhan:
        hubei:
        hunan:
        changsha:
        hefei:
        anhui:
        xian:
        shaanxi: shanxi
        xiamen:
        fujian:
        fuzhou:
        jinan:
        qingdao:
        shandong:
        yantai:
        dalian:
        shenyang:
        liaoning:
        harbin:
        heilongjiang:
        jilin:
        changchun:
        zhengzhou:
        henan:
        hebei:
        shijiazhuang:
        taiyuan:
        kunming:
        yunnan:
        guizhou:
        guiyang:
        guangxi:
        nanning:
        hainan:
        haikou:
        lanzhou:
        gansu:
        ningxia:
        qinghai:
        xinjiang:
        urumqi:
        tibet:
        hongkong: hk hksar
        macau: macao
        taiwan: taipei roc
        hsinchu:
        kaohsiung:
        japan: nippon nihon tokyo osaka japanese
        korea: korean seoul
        singapore: spore
        malaysia: kuala lumpur malaysian
        indonesia: jakarta indonesian
        thailand: bangkok thai
        vietnam: hanoi vietnamese
        philippines: manila philippine filipino
        india: indian delhi mumbai bangalore
        pakistan: islamabad karachi lahore pakistani
        bangladesh:
        iran: iranian tehran
        iraq: baghdad iraqi
        syria: damascus syrian
        lebanon: beirut lebanese liban
        turkey: turkiye turk turkish istanbul ankara
        uae: dubai emirates sharjah dhabi
        saudi:
        arabia:
        israel: israeli
        egypt: cairo egyptian
        africa: african
        russia: russian rossiya rossiiskaya rossiyskaya rossii moscow moskva
        petersburg:
        ukraine: kiev kyiv ukrainian ukraina
        belarus: minsk belarusian byelorussian
        kazakhstan: almaty kazakh
        usa: us america american americas
        canada: toronto canadian
        mexico: mexican mexicana mexicano
        brazil: brasil brazilian
        germany: deutschland german berlin munich
        france: francaise paris french
        italy: italia italian italiana
        spain: espana spanish
        netherlands: nederland holland dutch
        belgium:
        switzerland: schweiz suisse swiss
        austria: osterreich austrian
        sweden: sverige svenska stockholm swedish
        finland: suomi finnish
        norway: norge norwegian norsk
        denmark: danmark danish dansk
        poland: polska polish
        czech:
        hungary: magyarorszag
        uk: gb britain british england london kingdom
        ireland:
        europe: european eu emea
        asia: asian apac
        pacific:
        australia: sydney australian
        newzealand:
        afghanistan: afghan
        albania: albanian
        algeria: algerian algerie
        angola:
        argentina: argentine
        armenia: armenian
        azerbaijan: azerbaycan
        bahrain:
        bolivia: boliviana boliviano
        bosnia: bosnian
        botswana:
        brunei:
        bulgaria: bulgarian
        cambodia: cambodian
        cameroon: cameroun
        chad:
        chile: chilean
        colombia: colombian colombiana colombiano
        congo:
        costarica:
        croatia: croatian hrvatska
        cuba: cuban cubana cubano
        cyprus: cypriot
        ecuador: ecuatoriana
        eritrea: eritrean
        estonia: estonian eesti
        ethiopia: ethiopian
        ghana:
        greece: greek hellenic hellas
        guatemala:
        honduras:
        iceland: icelandic
        kenya: kenyan
        kosovo:
        kuwait: kuwaiti
        kyrgyzstan: kyrgyz
        laos: lao
        latvia: latvian latvija
        liberia: liberian
        libya: libyan
        lithuania: lithuanian lietuva
        luxembourg: luxemburg
        malta: maltese
        mauritius:
        moldova: moldovan
        mongolia: mongolian
        montenegro:
        morocco: moroccan maroc
        mozambique:
        myanmar: burma burmese
        namibia:
        nepal: nepalese
        nicaragua: nicaraguan
        nigeria: nigerian
        oman: omani
        palestine: palestinian
        panama: panamanian
        paraguay:
        peru: peruvian peruana
        portugal: portuguese
        qatar: qatari
        romania: romanian
        rwanda:
        senegal:
        serbia: serbian srbija
        slovakia: slovak slovensko
        slovenia: slovenian slovenija
        somalia: somali
        sudan: sudanese
        tajikistan: tajik
        tanzania:
        tunisia: tunisian tunisie
        turkmenistan: turkmen
        uganda:
        uruguay:
        uzbekistan: uzbek
        venezuela: venezuelan venezolana
        yemen: yemeni
        zambia:
        zimbabwe:
        east: eastern
        west: western
        north: northern
        south: southern
        middle:
        中国: 中华
        北京: 北京市
        上海: 上海市
        深圳: 深圳市
        广州: 广州市
        广东: 广东省
        杭州: 杭州市
        浙江: 浙江省
        江苏: 江苏省
        南京: 南京市
        苏州: 苏州市
        天津: 天津市
        重庆: 重庆市
        成都: 成都市
        四川: 四川省
        武汉: 武汉市
        湖北: 湖北省
        湖南: 湖南省
        长沙: 长沙市
        西安: 西安市
        山东: 山东省
        福建: 福建省
        安徽: 安徽省
        合肥: 合肥市
        厦门: 厦门市
        香港:
        澳门:
        台湾:
        """;

    private const string Fillers = """
        and: und et
        of: de du des der den di da do del della dos das von van
        the: le la
        for: fur pour para po
        in: at on by to
        no: nr num number
        dba: aka fka
        al: el ul
        mr: mrs ms miss dr prof professor sir hon honorable rev reverend monsieur madame mme herr frau senor senora don president prasident
        市: 省 区 县
        """;

    // Given names that languages write in many ways; they tell people apart as other words do.
    private const string Given = """
        muhammad: mohammed mohamed mohammad muhammed mohamad muhamad mohamet muhammet mehmet mohd muhamed mohammud
        ahmad: ahmed ahmet achmad achmed
        bin: ben ibn
        bint: binti
        yusuf: yousef youssef yousuf yusef jusuf yousif yusif
        ibrahim: ebrahim
        hussein: hussain husayn husain hossein hosein hussien
        hassan: hasan
        abdallah: abdullah abdulla abdalla
        umar: omar omer
        uthman: othman osman usman
        khalid: khaled
        yahya: yehia yahia
        sergei: sergey sergej serhiy serhii
        aleksandr: alexander aleksander oleksandr alexandr
        aleksei: alexey alexei aleksey oleksiy oleksii
        andrei: andrey andrej andriy andrii
        dmitri: dmitry dmitriy dmitrij dmytro
        nikolai: nikolay nikolaj mykola
        vladimir: volodymyr wladimir
        evgeni: evgeny evgeniy yevgeny yevgeniy yevgeni yevhen
        yuri: yury yuriy yurii iurii
        """;

    private static readonly Dictionary<string, Word> ByText = Read();
    private static readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Legal forms that only some countries have. "Limited", "Inc.", "LLC" and "JSC" are not among them: they also translate others.
    /// </summary>
    public static readonly HashSet<string> NationalForms = new(
        ["gmbh", "ag", "kg", "sas", "srl", "bv", "oy", "ab", "as", "pty", "kk", "ao", "ooo", "zoo", "doo", "kft", "uab", "sirketi"], StringComparer.Ordinal);

    /// <summary>Every fixed word.</summary>
    public static IReadOnlyCollection<Word> All => ByText.Values;

    /// <summary>Longest Han word of the tables.</summary>
    public static int LongestHan { get; } = ByText.Keys.Where(k => Han.Is(k[0])).Max(k => k.Length);

    /// <summary>The word a folded text stands for; false when it is none of the fixed words.</summary>
    public static bool TryFind(ReadOnlySpan<char> folded, out Word word) => BySpan.TryGetValue(folded, out word);

    private static Dictionary<string, Word> Read()
    {
        Dictionary<string, Word> words = new(2_000, StringComparer.Ordinal);
        // The first table that names a word wins: "comp" is a company before it is a computer.
        foreach ((string table, WordClass kind) in new[] { (Fillers, WordClass.Filler), (Legal, WordClass.Legal), (Generic, WordClass.Generic), (Places, WordClass.Place), (Given, WordClass.Distinctive) })
        {
            foreach (Range line in table.AsSpan().Split('\n'))
            {
                ReadOnlySpan<char> text = table.AsSpan(line).Trim();
                if (text.IsEmpty) continue;
                int colon = text.IndexOf(':');
                string form = text[..colon].ToString();
                words.TryAdd(form, new Word(form, form, kind));
                foreach (string spelling in text[(colon + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    words.TryAdd(spelling, new Word(spelling, form, kind));
            }
        }
        return words;
    }
}
