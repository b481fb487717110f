// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::ProductInfo;

struct ProductArguments {
    std::string name;
};

Result<ExitCode> listProducts(Context& context, const NoArguments&) {
    const auto row = [](const ProductInfo& product) {
        return std::vector<std::string>{product.name, std::to_string(product.releases),
                                        product.restricted ? "tags only" : "any audience"};
    };
    const auto pages = [](adminclient::PageRequest) { return calls::products(); };
    Table table({{"PRODUCT"}, {"RELEASES", Table::Align::right}, {"GOES TO"}});
    return showList<ProductInfo>(context, pages, 0, std::move(table), row, "There is no release yet.");
}

Result<ExitCode> change(Context& context, const std::string& name, bool restricted) {
    return showAnswer<ProductInfo>(context, calls::restrictProduct(name, restricted), [&](const ProductInfo& product) {
        context.screen.print(plain(product.name) +
                             (product.restricted ? " goes only where tags say.\n" : " goes to any audience.\n"));
    });
}

Result<ExitCode> restrict(Context& context, const ProductArguments& arguments) {
    return change(context, arguments.name, true);
}
Result<ExitCode> unrestrict(Context& context, const ProductArguments& arguments) {
    return change(context, arguments.name, false);
}

}  // namespace

void addProductCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "product", "Products, and who may get them");
    const auto named = [](CLI::App& command, ProductArguments& arguments) {
        command.add_option("NAME", arguments.name, "The product")->required();
    };
    addCommand<NoArguments>(*group, chosen, "list", "What there are releases of", {}, listProducts);
    addCommand<ProductArguments>(*group, chosen, "restrict",
                                 "Let tags alone decide who gets it, not what terminals say of themselves", named,
                                 restrict);
    addCommand<ProductArguments>(*group, chosen, "unrestrict", "Let any audience get it again", named, unrestrict);
}

}  // namespace signalbox::ctl
