using System.Collections.Frozen;

namespace Rubicon.Matching;

/// <summary>
/// The words of Chinese names of firms in English, as the firms and the lists translate them. A line is the translation and the words; compiled by hand from
/// names of which registers and lists print both.
/// </summary>
internal static class HanTerms
{
    private const string Table = """
        company limited: 有限公司 有限责任公司 股份有限公司 责任有限公司
        company: 公司 总公司 分公司 子公司 股份公司 股份 商社 商行
        group: 集团 集团公司
        holding: 控股
        technology: 科技 技术 科学技术 高科技 高新技术 科技发展
        science: 科学
        communication: 通信 通讯
        telecommunication: 电信
        electronic: 电子
        electric: 电气 电器 电工
        power: 电力
        digital: 数字 数码
        information: 信息 资讯
        network: 网络 网路
        internet: 互联网 网际
        internet of things: 物联网 物联
        system: 系统
        software: 软件
        computer: 计算机 电脑
        cloud computing: 云计算
        cloud: 云端
        data: 数据
        big data: 大数据
        semiconductor: 半导体
        integrated circuit: 集成电路
        microelectronic: 微电子
        chip: 芯片
        memory: 存储 存储器
        intelligent: 智能 智慧
        artificial intelligence: 人工智能
        robot: 机器人
        automation: 自动化
        control: 控制
        instrument: 仪器 仪表 仪器仪表
        equipment: 设备 装备 器材
        device: 器件 器械 终端
        component: 元件 部件 配件
        machinery: 机械
        machine tool: 机床
        material: 材料
        new material: 新材料
        chemical: 化工 化学
        energy: 能源
        new energy: 新能源
        petroleum: 石油
        gas: 燃气 天然气
        coal: 煤炭
        steel: 钢铁
        metal: 金属
        mining: 矿业
        nuclear: 核能 核电
        battery: 电池
        power supply: 电源
        photovoltaic: 光伏
        optoelectronic: 光电
        photoelectric: 光电子
        optical: 光学
        laser: 激光
        optical fiber cable: 光纤光缆
        optical communication: 光通信
        fiber: 光纤
        cable: 电缆 光缆 线缆
        broadband: 宽带
        wireless: 无线
        mobile: 移动
        unicom: 联通
        satellite: 卫星
        navigation: 导航
        radar: 雷达
        aviation: 航空
        aerospace: 航天 空天
        unmanned aerial vehicle: 无人机
        shipbuilding: 船舶 造船
        shipping: 船务 海运 航运 船运
        ocean: 海洋
        marine: 海事
        vehicle: 车辆
        automobile: 汽车
        railway: 铁路 轨道
        transportation: 运输 交通
        logistics: 物流
        supply chain: 供应链
        radio and television: 广电 广播电视
        television: 电视
        media: 媒体 传媒
        culture: 文化
        advertising: 广告
        publishing: 出版
        printing: 印刷 打印
        video: 视频
        image: 图像 影像
        vision: 视觉
        display: 显示
        lighting: 照明
        security: 安防 安全 保安
        information security: 信息安全
        surveillance: 监控
        sensor: 传感 传感器
        measurement: 测量 计量
        test: 测试
        inspection: 检测 检验
        precision: 精密
        industry: 工业 产业 实业
        enterprise: 企业 事业
        manufacturing: 制造
        processing: 加工
        engineering: 工程
        construction: 建设 建筑 建工
        design: 设计
        development: 发展 开发
        research: 研究
        aircraft: 飞机
        automatic control: 自动控制
        automatic: 自动
        environment engineering: 环境工程
        launch vehicle: 运载火箭
        rocket: 火箭
        space: 空间
        aerodynamic: 空气动力
        composite material: 复合材料
        composite: 复合
        ceramic: 陶瓷
        special vehicle: 特种车辆
        special: 特种
        structure: 结构
        heavy: 重型
        aluminum industry: 铝业
        magnetic industry: 磁业
        copper industry: 铜业
        paper industry: 造纸
        electromechanical: 机电
        industry trade: 工贸
        research and development center: 研发中心 研究与发展中心
        research and design institute: 研究设计院
        representative office: 代表处
        office: 办事处
        physics: 物理
        mathematics: 数学
        new century: 新世纪
        north: 北方
        south: 南方
        west: 西部
        propulsion: 推进
        solid: 固体
        strength: 强度
        frequency: 频率
        microwave: 微波
        antenna: 天线
        radio: 无线电
        broadcast: 广播
        submarine cable: 海缆 海底电缆
        interconnect: 互联
        exchange: 交换
        terminal equipment: 终端设备
        smart: 智慧型
        security technology: 安全技术
        blockchain: 区块链
        biometric: 生物识别
        recognition: 识别
        speech: 语音
        quantum: 量子
        crystal: 晶体
        sapphire: 蓝宝石
        silicon: 硅
        wafer: 晶圆
        packaging: 封装
        lithography: 光刻
        motor: 电机
        turbine: 汽轮机 涡轮
        engine: 发动机
        bearing: 轴承
        valve: 阀门
        pump: 泵业
        tire: 轮胎
        wind power: 风电
        hydropower: 水电
        solar: 太阳能
        lithium: 锂电 锂业
        rare earth: 稀土
        fishery: 渔业
        aquatic: 水产
        aviation industry: 航空工业
        aviation engine: 航发
        research institute: 研究所 研究院 研究中心
        design institute: 设计院 设计研究院
        institute: 学院 科学院
        academy of sciences: 中国科学院
        academy: 院
        university: 大学
        school: 学校
        education: 教育
        laboratory: 实验室
        center: 中心
        factory: 工厂 制造厂
        bureau: 总局 管理局
        ministry: 部委
        committee: 委员会
        association: 协会
        society: 学会
        foundation: 基金会
        fund: 基金
        bank: 银行
        securities: 证券
        insurance: 保险
        finance: 金融 财务
        capital: 资本
        leasing: 租赁
        asset: 资产
        investment: 投资
        management: 管理
        consulting: 咨询 顾问
        service: 服务
        technical service: 技术服务
        trading: 贸易 商贸 经贸 外贸
        import and export: 进出口
        commerce: 商业 商务
        e commerce: 电子商务
        supply: 供应 物资
        product: 产品 制品
        innovation: 创新
        international: 国际
        global: 全球 环球
        national: 国家
        general: 总
        united: 联合
        central: 中央
        medical: 医疗 医学
        medicine: 医药
        pharmaceutical: 制药
        hospital: 医院
        biology: 生物
        biotech: 生物技术 生物科技
        gene: 基因
        health: 健康
        food: 食品
        agriculture: 农业
        textile: 纺织
        garment: 服装 服饰
        environment: 环境
        environmental protection: 环保
        water: 水务
        real estate: 房地产 地产
        property: 置业 物业
        hotel: 酒店 饭店 宾馆
        travel: 旅游 旅行
        game: 游戏
        military: 军事
        defense: 国防
        weapon: 兵器
        people: 人民
        liberation army: 解放军
        government: 政务 政府
        branch: 分部 分行
        exploration: 勘探
        offshore: 海上
        oil: 油田
        tool: 工具
        hardware: 五金
        plastic: 塑料 塑胶
        rubber: 橡胶
        glass: 玻璃
        paper: 纸业
        furniture: 家具
        toy: 玩具
        art: 艺术
        sports: 体育
        human resources: 人力资源
        talent: 人才
        exhibition: 会展 展览
        pioneer: 先锋
        phoenix: 凤凰
        great wall: 长城
        yangtze: 长江
        oriental: 东方
        panda: 熊猫
        pacific: 太平洋
        beidou: 北斗
        china electronics: 中电 中国电子
        china aerospace: 中航天
        zhongke: 中科
        sinopec: 中石化
        petrochina: 中石油
        cnooc: 中海油
        """;

    private const string Places = """
        china: 中国 中华
        hongkong: 香港
        macau: 澳门
        taiwan: 台湾 台北
        chongqing: 重庆
        xiamen: 厦门
        changsha: 长沙
        changchun: 长春
        changzhou: 常州
        chengdu: 成都
        shaanxi: 陕西
        shanxi: 山西
        harbin: 哈尔滨
        inner mongolia: 内蒙古
        tibet: 西藏
        urumqi: 乌鲁木齐
        xinjiang: 新疆
        usa: 美国
        japan: 日本
        korea: 韩国 朝鲜
        russia: 俄罗斯
        singapore: 新加坡
        malaysia: 马来西亚
        thailand: 泰国
        vietnam: 越南
        india: 印度
        germany: 德国
        uk: 英国
        france: 法国
        europe: 欧洲
        asia: 亚洲
        asiapacific: 亚太
        north china: 华北
        east china: 华东
        south china: 华南
        northeast: 东北
        northwest: 西北
        southwest: 西南
        """;

    private static readonly FrozenDictionary<string, Word[]> ByHan = Read();
    private static readonly FrozenDictionary<string, Word[]>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByHan.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Longest Han word of the table.</summary>
    public static int Longest { get; } = ByHan.Keys.Max(k => k.Length);

    /// <summary>The English words of a Han word; false when it is none of the table.</summary>
    public static bool TryFind(ReadOnlySpan<char> han, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Word[]? words) => BySpan.TryGetValue(han, out words);

    private static FrozenDictionary<string, Word[]> Read()
    {
        Dictionary<string, Word[]> all = new(StringComparer.Ordinal);
        foreach (string line in (Table + '\n' + Places).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = line.IndexOf(':');
            Word[] words = [.. WordReader.Read(line[..colon])];
            foreach (string han in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) all.TryAdd(han, words);
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
