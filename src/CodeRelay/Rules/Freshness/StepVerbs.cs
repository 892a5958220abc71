using System.Text.RegularExpressions;

namespace CodeRelay.Rules.Freshness;

/// <summary>The kind of an action. A commit that adds something does not test, document or release it.</summary>
[Flags]
internal enum StepAction
{
    None = 0,
    Make = 1,
    Repair = 2,
    Remove = 4,
    Check = 8,
    Explain = 16,
    Release = 32,
    Decide = 64,
}

/// <summary>Classifies the actions of steps and reports by their verbs.</summary>
internal static partial class StepVerbs
{
    private const int Opening = 60;

    /// <summary>The action of a step's first verb; None when it is not recognised.</summary>
    public static StepAction Asked(string step) => First(step[..Math.Min(step.Length, Opening)]);

    /// <summary>All actions in a report.</summary>
    public static StepAction Named(string report)
    {
        var actions = StepAction.None;
        foreach (var (action, pattern) in Patterns)
        {
            if (pattern.IsMatch(report))
                actions |= action;
        }

        return actions;
    }

    /// <summary>True when a report with these actions can mean that a step is done.</summary>
    public static bool Fit(StepAction asked, StepAction named) => asked switch
    {
        StepAction.None => true,
        StepAction.Make or StepAction.Repair => (named & (StepAction.Make | StepAction.Repair)) != 0 || named == StepAction.None,
        _ => named.HasFlag(asked),
    };

    /// <summary>True for a report of a beginning, a plan, or a revert.</summary>
    public static bool IsUnfinished(string report) => Unfinished().IsMatch(report);

    private static readonly (StepAction Action, Regex Pattern)[] Patterns =
    [
        (StepAction.Make, Make()), (StepAction.Repair, Repair()), (StepAction.Remove, Remove()), (StepAction.Check, Check()), (StepAction.Explain, Explain()), (StepAction.Release, Release()), (StepAction.Decide, Decide()),
    ];

    private static StepAction First(string text) =>
        Patterns.Select(entry => (entry.Action, Match: entry.Pattern.Match(text))).Where(entry => entry.Match.Success).OrderBy(entry => entry.Match.Index).Select(entry => entry.Action).FirstOrDefault();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("""
        \b(?: add(?:s|ed|ing)? | implement\w* | creat(?:e[sd]?|ing) | introduc\w+ | support(?:s|ed|ing)? | accept(?:s|ed)? | allow(?:s|ed)? | mak(?:e[sd]?|ing)|made | writ(?:e[s]?|ing)|wrote | build(?:s|ing)?|built | wire[sd]? | port(?:s|ed|ing)? | extract\w* | split(?:s|ting)? | mov(?:e[sd]?|ing) | renam\w+ | refactor\w* | replac\w+ | convert\w* | migrat\w+ | extend\w* | enabl\w+ | updat\w+ | bump(?:s|ed)? | chang\w+ | us(?:e[sd]?|ing) | let(?:s)? | cache[sd]? | halv\w+ | speed | feat
            | hinzufüg\w* | füge | baue\w* | erstell\w* | implementier\w* | ajout\w+ | crée\w* | añad\w+ | crea[r]? | implementa[r]? | adicion\w+ | aggiung\w+ | dodać | ekle\w* | добав\w+ | реализ\w+ | созда\w+ | сдела\w+ | thêm | tạo )\b
        | 添加 | 新增 | 实现 | 增加 | 创建 | 支持 | 追加 | 実装 | 作成 | 対応 | 추가 | 구현 | 생성
        """, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Make();

    [GeneratedRegex(@"\b(?: fix(?:e[sd]|ing)? | repair\w* | resolv\w+ | correct(?:s|ed|ing)? | solv\w+ | handl\w+ | prevent\w* | harden\w* | beheb\w* | behoben | reparier\w* | corrig\w+ | répar\w+ | arregl\w+ | correg\w+ | napraw\w+ | düzelt\w* | исправ\w+ | почин\w+ | sửa )\b | 修复 | 修正 | 解决 | 修复了 | 修正した | 수정", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repair();

    [GeneratedRegex(@"\b(?: remov\w+ | delet\w+ | drop(?:s|ped|ping)? | prun\w+ | purg\w+ | retir\w+ | clean\s?up | entfern\w* | lösch\w* | supprim\w+ | retir\w+ | elimin\w+ | quita\w* | remov\w+ | usun\w+ | kaldır\w* | удал\w+ | убра\w+ | xóa )\b | 删除 | 移除 | 削除 | 삭제 | 제거", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remove();

    [GeneratedRegex(@"\b(?: test(?:s|ed|ing)? | verif\w+ | validat\w+ | check(?:s|ed|ing)? | review\w* | measur\w+ | benchmark\w* | smoke | qa | audit\w* | confirm\w* | investigat\w+ | monitor\w* | observ\w+ | reproduc\w+ | run(?:s|ning)? | ran | try | tried | profile[sd]? | prüf\w+ | teste\w* | vérifi\w+ | tester | verific\w+ | prob[ae]\w* | sprawdz\w+ | проверить | провер\w+ | тест\w* | kiểm\stra )\b | 测试 | 验证 | 检查 | テスト | 検証 | 確認 | 테스트 | 검증 | 확인", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();

    [GeneratedRegex(@"\b(?: document(?:s|ed|ing)? | docs? | describ\w+ | explain\w* | readme | dokumentier\w* | beschreib\w* | documente\w* | décri\w+ | documenta\w* | opisa\w* | задокумент\w* | описа\w+ | tài\sliệu )\b | 文档 | 说明 | 文書 | ドキュメント | 문서", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Explain();

    [GeneratedRegex(@"\b(?: releas\w+ | publish\w* | deploy\w* | ship(?:s|ped|ping)? | push(?:e[sd]|ing)? | merg\w+ | tag(?:s|ged|ging)? | sign(?:s|ed|ing)? | upload\w* | submit\w* | roll\s?out | is\slive | veröffentlich\w* | publi\w+ | déploy\w+ | despleg\w+ | lanz\w+ | wyda\w+ | yayın\w* | выпуст\w+ | выпущ\w+ | опублик\w+ | deploy | phát\shành )\b | 发布 | 部署 | 上线 | 合并 | リリース | 公開 | デプロイ | 배포 | 릴리스 | 출시", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(?: decid\w+ | choos\w+ | chose | pick(?:s|ed)? | ask(?:s|ed|ing)? | discuss\w* | agree[sd]? | plan(?:s|ned|ning)? | design(?:s|ed|ing)? | research\w* | think | consider\w* | continu\w+ | entscheid\w* | klär\w* | décid\w+ | decid\w+ | реш\w+ | quyết\sđịnh )\b | 决定 | 讨论 | 决策 | 決める | 検討 | 결정 | 검토", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decide();

    [GeneratedRegex(
        """
        \b(?: wip | begin(?:s|ning)? | began | start(?:s|ed|ing)? | partial(?:ly)? | part\s(?:\d|one|two|of) | first\s(?:step|part|half|cut|pass) | step\s\d | phase\s\d | prepar\w+ | plan(?:s|ned|ning)? | propos\w+ | draft\w* | stub\w* | scaffold\w* | todo | failing | attempt\w* | tr(?:y|ied|ies) | experiment\w* | toward?s? | revert\w* | not\s(?:yet|done|working) | still | remaining | pending | defer\w* | postpon\w* | blocked | next\s(?:steps?|session|up) | need(?:s|ed)?\sto | should | rfc | hand\s?(?:off|over) | checkpoint
            | beginn\w* | teilweise | vorbereit\w* | geplant | noch | début\w* | partiel\w* | prépar\w+ | inici\w+ | parcial\w* | prepar\w+ | нач\w+ | частичн\w* | подготов\w+ | план\w* | ещё | chưa | bắt\sđầu )\b
        | \[\s\] | ⏳ | 🚧 | 开始 | 部分 | 准备 | 计划 | 尚 | 未 | 開始 | 途中 | 準備 | 予定 | まだ | 시작 | 일부 | 준비 | 예정
        """, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();
}
