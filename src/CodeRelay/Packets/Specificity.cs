using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>
/// Distinguishes concrete statements from vague ones. Concrete is a path, symbol, identifier, number, command or quoted behaviour, in
/// any language; without any of them, enough words that do not fit every project.
/// </summary>
internal static partial class Specificity
{
    private const int ShortestWord = 3;
    private const int LettersPerUnspacedWord = 2;

    /// <summary>The number of specific words that make a statement without concrete parts specific.</summary>
    public const int EnoughWords = 2;

    /// <summary>True for a statement that fits every project. A statement without known words, as in an unlisted language, is not vague.</summary>
    public static bool IsVague(Statement statement) => !HasEvidence(statement) && SpecificWords(statement.Opening) < EnoughWords && HasKnownWord(statement.Opening);

    /// <summary>True for a statement with a path, symbol, identifier, number, command, link or quotation.</summary>
    public static bool HasEvidence(Statement statement) =>
        statement.Block.Kind == BlockKind.Fence || statement.Spans.Any(span => span.Kind != InlineKind.Text && span.Text.Length > 0)
        || Evidence().Matches(Calendar().Replace(statement.Opening, " ")).Any(match => !GenericWords.Acronyms.Contains(match.Value));

    /// <summary>The number of words that do not fit every project.</summary>
    /// <param name="text">The text to count in.</param>
    /// <param name="ignored">Further words to skip.</param>
    public static int SpecificWords(string text, IReadOnlySet<string>? ignored = null)
    {
        var count = 0;
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (IsUnspaced(word[0]))
                count += GenericWords.WithoutUnspaced(word).Length / LettersPerUnspacedWord;
            else if (word.Length >= ShortestWord && !GenericWords.Contains(word) && ignored?.Contains(word) != true)
                count++;
        }

        return count;
    }

    private static bool HasKnownWord(string text)
    {
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (IsUnspaced(word[0]) ? GenericWords.WithoutUnspaced(word).Length < word.Length : GenericWords.Contains(word))
                return true;
        }

        return false;
    }

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    [GeneratedRegex(@"\d|[""“„«「『][^""”“»」』\n]{2,100}[""”“»」』]|\w[_/\\.:]\w|\p{Ll}\p{Lu}|\b\p{Lu}{2,}\b|#\w|--\w|\w\(\)|@\w|=>|->|→", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Evidence();

    // Schedule and progress do not describe the work: "sprint 3", "2026-01-31", "80 %", "in 2 weeks".
    [GeneratedRegex(@"\b(?:sprint|week|day|session|iteration|q)\s?[#-]?\d{1,3}\b|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{1,3}\s?%|\b\d{1,3}\s(?:hours?|days?|weeks?|months?|sessions?|steps?|things?)\b|\b(?:19|20)\d\d\b(?![.\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]+|[\p{L}\p{M}-[\u3040-\u30FF\u3400-\u9FFF]]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

/// <summary>Words that fit every project, so that a goal or step made of them alone is vague.</summary>
internal static class GenericWords
{
    private static readonly HashSet<string> Words = Split("""
        a about across add adding additional after again agent ahead all along also and any anything app application apps appropriate are area areas around
        back bad be been before begin being best better between big bit both bug bugs build building but
        can carry case cases change changes check checking clean cleaning cleanup code codebase complete completed completing completion component components continue continuing could coverage current
        data debug debugging deploy deployment deploying design develop development dev do doc docs document documentation documenting documents doing done
        each edge effort end enhance enhancement enhancements enhancing ensure error errors etc every everything existing experience experimental
        fast faster feature features feedback feel few file files final finalize find finish finished finishing fix fixes fixing follow following for forward from full functionality further future
        general get getting give go goal goals going good great
        hand handle handling handoff handover has have here high how
        idea ideas implement implementation implementing important improve improved improvement improvements improving in into investigate investigation issue issues it item items its
        just keep keeping key large last later launch left let like look looking lot
        main maintain maintenance major make making manual many maybe minor misc module modules momentum monitor monitoring more most move moving much must
        necessary need needed needs new next nice not now
        off ok old on only open optimise optimization optimizations optimize optimizing other others our out over overall
        part parts per perform performance phase phases piece pieces plan planned planning polish polishing possible prep prepare problem problems proceed product production prod progress project projects proper properly
        quality ready real really refactor refactoring release releases reliability remaining repo repository rest resume review reviewing robust robustness round run running
        scale scaling section sections see session sessions set several ship shipping should small solve some something soon speed sprint stability stabilize stage start started state status step steps still stuff system
        take target task tasks team tech technical test tested testing tests than that the their them then there these they thing things this those through to tool tools top toward towards try tweak tweaks
        under until up update updates updating upgrade use used user users using usual
        various verification verify version very via validate validation want was way ways we well were what when where which while who why will with within without work working workload workloads works would yet you your
        above agreed accessibility advanced alerting apply aspects attention basic before below best-effort chat comprehensive conversation consistency correctness described details discussed earlier efficiency extensive hardening holistic initial integration investigate left-off logging lots maintainability meeting mentioned metrics modern observability overview points practices previous previously properly readability remarks scalability scenarios security simple stakeholders thorough thoroughly tidy tuning usability usual where-we-left wherever workflows
        besprochen erwähnt oben unten vorher sicherheit discuté mentionné ci-dessus sécurité discutido mencionado hablado arriba seguridad segurança acima discusso sicurezza omówione обсудили обсуждали выше ниже безопасность масштабируемость
        weiter weitermachen fortsetzen arbeit arbeiten verbessern verbesserung verbesserungen projekt fehler beheben testen dokumentation aufräumen fertigstellen alles nächste nächsten und oder der die das den dem des ein eine einen mit für von auf aus bei noch wird werden soll mehr
        continuer continuez améliorer amélioration améliorations travail projet corriger bogues erreurs tests documentation nettoyer finir terminer tout les des une dans pour avec sur aux par plus prochaine étape
        continuar seguir mejorar mejora mejoras trabajo proyecto corregir errores pruebas documentación limpiar terminar todo los las una del para con por más siguiente paso
        melhorar melhoria melhorias trabalho projeto corrigir erros testes documentação limpar concluir tudo uma para com mais próximo passo
        continuare migliorare miglioramento miglioramenti lavoro progetto correggere errori test documentazione pulire finire tutto gli una per con più prossimo passo
        kontynuować poprawić ulepszyć prace projekt błędy testy dokumentacja dalej oraz dla devam etmek geliştirmek iyileştirme proje hatalar testler ve ile için
        продолжить продолжать продолжаем улучшить улучшение улучшения доработать доработка работа работу работы работать проект проекта исправить ошибки баги тесты тестирование документация документацию рефакторинг закончить завершить доделать всё все дальше далее новый новой новая следующий следующая сессия сессии контекст передача для над как или что это при
        계속 계속해서 진행 개선 개선하기 작업 작업하기 프로젝트 수정 버그 테스트 문서 문서화 정리 완료 마무리 최적화 성능 기능 다음 및 추가 전체
        tiếp tục cải thiện công việc dự án sửa lỗi kiểm tra tài liệu hoàn thành và cho của các
        """);

    // The longest first, so that no part of a word is left.
    private static readonly string[] Unspaced =
    [
        .. Split("""
        继续 改进 改善 优化 完善 提升 提高 工作 项目 开发 修复 问题 错误 测试 文档 整理 清理 重构 完成 推进 功能 性能 代码 下一步 进行 相关 所有 全部 其他 后续 处理 实现 更新 交接 会话 系统 需要 的 了 和 与 并 在 对 等
        続ける 続行 継続 進める 改善 改良 最適化 作業 開発 修正 問題 不具合 テスト ドキュメント 文書 整理 対応 完了 仕上げ 機能 性能 コード 次 引き継ぎ 引継ぎ 資料 する して した を の に は が で と も や
        """).OrderByDescending(word => word.Length),
    ];

    /// <summary>Acronyms that do not name a symbol.</summary>
    public static HashSet<string> Acronyms { get; } = Split("UI UX API PR PRS CI CD QA MVP TODO DB OK AI LLM ASAP TBD WIP IT VM OS PC TL DR SDK CLI GUI NOTE FIX DONE NOT ALL AND THE");

    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>The rest of a run of Chinese or Japanese letters without the generic words.</summary>
    public static string WithoutUnspaced(string run) => Unspaced.Aggregate(run, (left, word) => left.Replace(word, "", StringComparison.Ordinal));

    private static HashSet<string> Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
