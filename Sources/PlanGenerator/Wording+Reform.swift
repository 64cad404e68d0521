// Wordings of steering, institutions, organisation, civil service and finance.

extension Wording {
  static let steering = parse(
    """
    share|steering.plan_completion_rate|nhiệm vụ nêu trong Kế hoạch cải cách hành chính năm|được thực hiện xong
    share|steering.plan_completion_rate|đầu việc của Kế hoạch CCHC|hoàn thành đúng hạn và có sản phẩm
    share|steering.plan_completion_rate|nội dung, nhiệm vụ của kế hoạch CCHC|được triển khai hoàn thành trong năm
    share|steering.plan_issuance_rate|cơ quan, đơn vị, địa phương|xây dựng và ban hành kế hoạch CCHC của mình
    share|steering.plan_issuance_rate|sở, ngành và UBND các cấp|ban hành kế hoạch cải cách hành chính hằng năm kịp thời
    share|steering.plan_issuance_rate|UBND cấp xã|có kế hoạch cải cách hành chính được ban hành đúng hạn|commune
    count|steering.initiatives_count|Có|sáng kiến, giải pháp mới về cải cách hành chính được công nhận
    count|steering.initiatives_count|Áp dụng|sáng kiến mới trong công tác CCHC
    count|steering.initiatives_count|Xây dựng và nhân rộng|mô hình, sáng kiến CCHC có hiệu quả
    share|steering.inspection_rate|cơ quan, đơn vị, địa phương|được kiểm tra công tác cải cách hành chính
    share|steering.inspection_rate|sở, ngành và địa phương|được Đoàn kiểm tra của tỉnh kiểm tra về CCHC
    share|steering.inspection_rate|đơn vị thuộc tỉnh|được kiểm tra trực tiếp việc thực hiện nhiệm vụ CCHC
    share|steering.self_inspection_plan_rate|cơ quan, địa phương|lập và thực hiện kế hoạch tự kiểm tra cải cách hành chính
    share|steering.self_inspection_plan_rate|đơn vị|có kế hoạch kiểm tra, tự kiểm tra CCHC và thực hiện đầy đủ
    share|steering.self_inspection_plan_rate|cơ quan chuyên môn|ban hành kế hoạch tự kiểm tra CCHC nội bộ
    count|steering.dialogues_count|Tổ chức|cuộc đối thoại giữa lãnh đạo UBND tỉnh với người dân, doanh nghiệp
    count|steering.dialogues_count|Lãnh đạo tỉnh chủ trì|hội nghị đối thoại với cộng đồng doanh nghiệp và người dân
    count|steering.dialogues_count|Mở|buổi gặp gỡ, đối thoại của Chủ tịch UBND tỉnh với doanh nghiệp, hợp tác xã
    """)

  static let institutions = parse(
    """
    share|institutions.legal_docs_proper_rate|văn bản quy phạm pháp luật của HĐND và UBND tỉnh|ban hành đúng trình tự, đúng thẩm quyền
    share|institutions.legal_docs_proper_rate|văn bản QPPL|được soạn thảo, ban hành bảo đảm trình tự, thủ tục và thẩm quyền
    share|institutions.legal_docs_proper_rate|nghị quyết, quyết định quy phạm pháp luật của tỉnh|bảo đảm đúng hình thức, thẩm quyền, trình tự xây dựng
    share|institutions.detailing_docs_timely_rate|văn bản quy định chi tiết luật thuộc thẩm quyền của tỉnh|được ban hành đúng tiến độ
    share|institutions.detailing_docs_timely_rate|văn bản quy định chi tiết được giao|được ban hành kịp thời
    share|institutions.detailing_docs_timely_rate|văn bản tỉnh được giao quy định chi tiết thi hành luật|ban hành không để chậm, nợ đọng
    share|institutions.delegated_content_rate|nội dung luật, nghị định giao địa phương quy định chi tiết|được cụ thể hóa kịp thời và có chất lượng
    share|institutions.delegated_content_rate|nội dung Trung ương giao cho tỉnh quy định chi tiết|được quy định kịp thời
    share|institutions.delegated_content_rate|nội dung thuộc trách nhiệm quy định chi tiết của HĐND, UBND tỉnh|được thực hiện kịp thời, bảo đảm chất lượng
    share|institutions.enforcement_issues_handled_rate|vấn đề phát hiện khi theo dõi tình hình thi hành pháp luật|được xử lý hoặc kiến nghị cấp có thẩm quyền xử lý
    share|institutions.enforcement_issues_handled_rate|vướng mắc, bất cập phát hiện qua theo dõi thi hành pháp luật|được giải quyết hoặc kiến nghị giải quyết
    share|institutions.enforcement_issues_handled_rate|sai sót phát hiện qua kiểm tra việc thi hành pháp luật|được kịp thời xử lý, kiến nghị xử lý
    share|institutions.reviewed_docs_revised_rate|văn bản QPPL sau rà soát cần xử lý|được sửa đổi, thay thế hoặc bãi bỏ
    share|institutions.reviewed_docs_revised_rate|văn bản quy phạm pháp luật không còn phù hợp qua rà soát|được sửa đổi, bổ sung, thay thế
    share|institutions.reviewed_docs_revised_rate|văn bản của HĐND, UBND tỉnh có kiến nghị rà soát|được sửa đổi hoặc thay thế theo kết quả rà soát
    share|institutions.laws_implemented_rate|văn bản quy phạm pháp luật có hiệu lực|được tổ chức thi hành kịp thời, hiệu quả
    share|institutions.laws_implemented_rate|luật, nghị quyết, quyết định QPPL mới|được triển khai thực hiện kịp thời tại địa phương
    share|institutions.laws_implemented_rate|văn bản QPPL của Trung ương và của tỉnh|được tổ chức thực hiện nghiêm túc, kịp thời
    """)

  static let organisation = parse(
    """
    share|organisation.consolidated_units_rate|cơ quan, đơn vị|được kiện toàn, sắp xếp theo quy định
    share|organisation.consolidated_units_rate|cơ quan chuyên môn và đơn vị trực thuộc|kiện toàn xong tổ chức bộ máy theo quy định
    share|organisation.consolidated_units_rate|phòng, ban thuộc sở và đơn vị thuộc tỉnh|được sắp xếp, kiện toàn bảo đảm tinh gọn
    share|organisation.psu_restructured_rate|đơn vị sự nghiệp công lập có đề án được duyệt|hoàn thành việc sắp xếp
    share|organisation.psu_restructured_rate|đơn vị sự nghiệp công lập thuộc diện tổ chức lại|được sắp xếp theo đề án đã phê duyệt
    share|organisation.psu_restructured_rate|đơn vị sự nghiệp|thực hiện xong việc sắp xếp theo phương án, đề án
    cut|organisation.psu_count_cut_rate|số đơn vị sự nghiệp công lập|Giảm
    cut|organisation.psu_count_cut_rate|số lượng đầu mối đơn vị sự nghiệp công lập|Cắt giảm
    cut|organisation.psu_count_cut_rate|tổng số đơn vị sự nghiệp công lập của tỉnh|Giảm
    cut|organisation.psu_paid_staff_cut_rate|số người làm việc hưởng lương từ ngân sách trong đơn vị sự nghiệp công lập|Giảm
    cut|organisation.psu_paid_staff_cut_rate|biên chế sự nghiệp hưởng lương ngân sách nhà nước|Cắt giảm
    cut|organisation.psu_paid_staff_cut_rate|biên chế viên chức do ngân sách nhà nước trả lương|Giảm
    fewer|organisation.civil_servant_cut_count|Giảm|biên chế công chức
    fewer|organisation.civil_servant_cut_count|Tinh giản|biên chế công chức hành chính
    fewer|organisation.civil_servant_cut_count|Cắt giảm|chỉ tiêu biên chế công chức trong cơ quan hành chính
    fewer|organisation.public_employee_cut_count|Giảm|biên chế viên chức
    fewer|organisation.public_employee_cut_count|Tinh giản|biên chế viên chức sự nghiệp
    fewer|organisation.public_employee_cut_count|Giảm|chỉ tiêu biên chế viên chức đơn vị sự nghiệp
    mark|organisation.satisfaction_health_education_rate|Mức độ hài lòng của người dân về dịch vụ giáo dục, y tế công|
    mark|organisation.satisfaction_health_education_rate|Tỷ lệ người dân hài lòng với dịch vụ y tế và giáo dục công lập|
    mark|organisation.satisfaction_health_education_rate|Sự hài lòng của người dân đối với dịch vụ y tế, giáo dục do đơn vị công lập cung cấp|
    """)

  static let civilService = parse(
    """
    share|civil_service.job_position_approved_rate|cơ quan, tổ chức, đơn vị|được phê duyệt đề án vị trí việc làm
    share|civil_service.job_position_approved_rate|đề án vị trí việc làm của cơ quan, đơn vị|được cấp có thẩm quyền phê duyệt
    share|civil_service.job_position_approved_rate|cơ quan hành chính và đơn vị sự nghiệp|có vị trí việc làm được phê duyệt theo quy định
    share|civil_service.training_plan_rate|lớp, khóa bồi dưỡng trong kế hoạch đào tạo|được tổ chức xong
    share|civil_service.training_plan_rate|chỉ tiêu kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức|hoàn thành
    share|civil_service.training_plan_rate|kế hoạch bồi dưỡng cán bộ, công chức, viên chức năm|được thực hiện hoàn thành
    share|civil_service.degree_rate|cán bộ, công chức|có trình độ từ đại học trở lên
    share|civil_service.degree_rate|công chức trong cơ quan hành chính|có bằng đại học hoặc sau đại học
    share|civil_service.degree_rate|cán bộ, công chức cấp xã|đạt trình độ đại học trở lên|commune
    share|civil_service.public_employee_degree_rate|viên chức|có trình độ từ đại học trở lên
    share|civil_service.public_employee_degree_rate|viên chức các đơn vị sự nghiệp|có bằng đại học trở lên
    share|civil_service.public_employee_degree_rate|viên chức trong đơn vị công lập|đạt trình độ đại học và sau đại học
    share|civil_service.standard_rate|cán bộ, công chức|đạt chuẩn theo quy định về chức danh
    share|civil_service.standard_rate|cán bộ, công chức các cơ quan|bảo đảm đạt chuẩn chức danh, vị trí công tác
    share|civil_service.standard_rate|cán bộ, công chức cấp xã|đạt chuẩn theo tiêu chuẩn quy định|commune
    share|civil_service.young_leader_language_rate|lãnh đạo, quản lý dưới 40 tuổi|giao tiếp được bằng ngoại ngữ
    share|civil_service.young_leader_language_rate|cán bộ lãnh đạo dưới 40 tuổi|sử dụng được tiếng Anh hoặc ngoại ngữ khác trong giao tiếp
    share|civil_service.young_leader_language_rate|công chức lãnh đạo, quản lý có tuổi đời dưới 40 tuổi|có khả năng giao tiếp bằng ngoại ngữ
    """)

  static let finance = parse(
    """
    more|finance.psu_self_financing_new_count|Có thêm|đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên
    more|finance.psu_self_financing_new_count|Tăng thêm|đơn vị sự nghiệp tự bảo đảm kinh phí chi thường xuyên
    more|finance.psu_self_financing_new_count|Phát triển thêm|đơn vị sự nghiệp công tự chủ hoàn toàn chi thường xuyên
    share|finance.psu_self_financing_rate|đơn vị sự nghiệp công lập|tự bảo đảm chi thường xuyên
    share|finance.psu_self_financing_rate|đơn vị sự nghiệp của tỉnh|bảo đảm được toàn bộ chi thường xuyên
    share|finance.psu_self_financing_rate|đơn vị sự nghiệp công|tự lo được kinh phí chi thường xuyên
    more|finance.psu_autonomy_raised_count|Có thêm|đơn vị sự nghiệp nâng mức độ tự chủ tài chính
    more|finance.psu_autonomy_raised_count|Tăng thêm|đơn vị sự nghiệp công lập được nâng mức tự chủ
    more|finance.psu_autonomy_raised_count|Có thêm|đơn vị tăng được mức độ tự chủ so với hiện nay
    share|finance.psu_conversion_rate|đơn vị sự nghiệp kinh tế có đủ điều kiện|chuyển thành công ty cổ phần hoặc tự chủ toàn bộ
    share|finance.psu_conversion_rate|đơn vị sự nghiệp đủ điều kiện|hoàn thành chuyển đổi sang công ty cổ phần
    share|finance.psu_conversion_rate|đơn vị sự nghiệp kinh tế đủ điều kiện|được chuyển đổi mô hình hoạt động
    cut|finance.psu_budget_support_cut_rate|chi hỗ trợ trực tiếp từ ngân sách cho đơn vị sự nghiệp nhóm 3|Giảm
    cut|finance.psu_budget_support_cut_rate|kinh phí ngân sách hỗ trợ trực tiếp các đơn vị sự nghiệp công lập nhóm 3|Cắt giảm
    cut|finance.psu_budget_support_cut_rate|mức chi hỗ trợ trực tiếp của ngân sách đối với đơn vị sự nghiệp thuộc nhóm 3|Giảm
    share|finance.psu_autonomy_assigned_rate|đơn vị sự nghiệp công lập|có quyền tự chủ về tài chính do tỉnh giao
    share|finance.psu_autonomy_assigned_rate|đơn vị sự nghiệp thuộc tỉnh|được giao tự chủ tài chính theo quy định
    share|finance.psu_autonomy_assigned_rate|đơn vị sự nghiệp công|có quyết định giao quyền tự chủ tài chính
    share|finance.agency_autonomy_assigned_rate|cơ quan hành chính|được giao tự chủ về biên chế và kinh phí
    share|finance.agency_autonomy_assigned_rate|cơ quan quản lý nhà nước|thực hiện chế độ tự chủ kinh phí quản lý hành chính
    share|finance.agency_autonomy_assigned_rate|cơ quan hành chính nhà nước của tỉnh|được giao quyền tự chủ, tự chịu trách nhiệm
    share|finance.house_land_rearranged_rate|cơ sở nhà, đất công|được sắp xếp lại, xử lý
    share|finance.house_land_rearranged_rate|nhà, đất thuộc tài sản công|có phương án sắp xếp, xử lý được duyệt
    share|finance.house_land_rearranged_rate|trụ sở, nhà đất công do tỉnh quản lý|hoàn thành sắp xếp lại, xử lý
    share|finance.public_investment_disbursement_rate|kế hoạch vốn đầu tư công|được giải ngân
    share|finance.public_investment_disbursement_rate|vốn đầu tư công được giao|giải ngân xong trong năm
    share|finance.public_investment_disbursement_rate|tổng nguồn vốn đầu tư công của tỉnh|được giải ngân theo kế hoạch
    share|finance.audit_recommendations_rate|kiến nghị của Kiểm toán nhà nước về tài chính|được thực hiện
    share|finance.audit_recommendations_rate|kiến nghị xử lý tài chính sau kiểm toán nhà nước|thực hiện xong
    share|finance.audit_recommendations_rate|số kiến nghị tài chính do Kiểm toán nhà nước nêu|được các đơn vị thực hiện đầy đủ
    """)
}
