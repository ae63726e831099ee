// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/stop_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace wasl::lexis {

// As folded: no hamza, one yaa, haa for taa marbuta. Short on purpose: a word that may name a
// procedure is not in it.
static constexpr std::string_view words =
    "في من الي علي عن مع بين عند بعد قبل تحت فوق هذا هذه ذلك تلك هو هي هم ان انا نحن انت انتم "
    "كان كانت يكون تكون قد لقد لم لن لا ما ثم او ام بل لكن كل بعض غير اي اين كيف متي ماذا هل اذا "
    "حتي حيث الذي التي الذين اللذين لدي لدن منذ خلال ضد دون بدون به بها له لها فيه فيها منه منها "
    "عليه عليها اليه اليها ايضا انه انها كما مما لما فان وان وفي ومن وعلي والي بشان حول لاجل "
    "اريد احصل الحصول طريقه كيفيه يمكن يمكنني ممكن "
    "باش ديال ديالي ديالك ديالو ديالها ديالنا ديالهم تاع شنو شنهي شحال فين كيفاش بغيت بغينا واش "
    "راه "
    "عندي عندنا ليا لي ليه اللي هاد هادي شي واحد خاصني خصني نقدر عافاك علاش فاش كاين كاينه ديما "
    "راسي "
    "انا نتا ولا ونتا لبلاصه ندير نجبد "
    "le la les l un une des du de d au aux a et ou en dans par pour sur sous avec sans chez vers "
    "ce cet cette ces son sa ses mon ma mes ton ta tes notre nos votre vos leur leurs je tu il "
    "elle on nous vous ils elles qui que qu quoi dont est sont etre ai as avoir ne pas plus y se "
    "s si c j m n t comment quel quelle quels quelles faut veux voudrais peux peut besoin obtenir "
    "faire "
    "demander svp "
    "the an of to in for and or at by from with is are be how what where my your "
    "dyal diyal dyali dial bach bash bghit kifach kifash fin wach wash chno chnou 3la 3nd 3ndi "
    "dyali dialy diali dyalo dyalha dialo ana lli had hadi chi wa7d wahd khasni khassni n9der "
    "nqder 3afak "
    "momkin kayn kayna mn f b o w li lia chnahia chnahiya ndir njbed kifash";

static std::vector<std::string_view> sorted_words() {
    std::vector<std::string_view> out;
    std::string_view rest = words;
    while (!rest.empty()) {
        auto const end = std::min(rest.find(' '), rest.size());
        if (end) out.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool is_stop_word(std::string_view word) {
    static std::vector<std::string_view> const sorted = sorted_words();
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace wasl::lexis
